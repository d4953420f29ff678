package garbled

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// As people write, with everything that may look spoiled and isn't.
var sane = []string{
	"Café België", "Coördinatie één loket", "R&D", "AT&T", "a < b", "x<y en y>z", "<naam>", "<vul in>", "Q&A; meer", "R&D;Advies",
	"São Paulo", "SÃO PAULO", "IRMÃ", "MANHÃ…", "‘MAÇÔ", "Łódź", "Şükrü Güneş", "Žižek", "Čapek", "½ dag", "1½ uur", "20 °C", "20°C", "m²", "CO₂", "5 ‰",
	"“snel”", "„Äpfel“", "“snel”weg", "foto‘s", "foto´s", "Émile ’t Serstevens", "CAFÉ", "CAFÉ’S", "«één»", "L’été — « été »", "Ålesund", "Ängelholm", "GÖTEBORG",
	"naam_x", "_x000", "max_x1", "https://voorbeeld.be/a?b=1&c=2", "https://voorbeeld.be/?a=1&copy=2", "Ελλάδα", "Київ", "العربية", "שלום", "中文", "👍 top",
	"Jan <jan@voorbeeld.be>", `C:\users\'t Huis`, "100%", "a=B2=C3", "=A1=B2", "50%-50%", "https://voorbeeld.be/caf%C3%A9",
	"<b>", "een <i> en een j", "Ünal & Co;", "Þór", "crème brûlée à la carte", "1 200,50 €", "‚citaat‘", "‚één‘", "n° 5", "3 × 4 ÷ 2",
	"Bôrek, gâteau, Noël, naïef, reünie", "ij – een streepje", "§ 2", "© 2021", "Drøbak", "straße", "Straße™", "Pâté…", "Ça va ? Où ?", "ÉÉN", "É", "à", "nº 5", "1ª", "• punt", "│ 28.04.2022", "┌──┐", "→ pijl", "✓", "ó", "İstanbul ığdır",
	"Ä", "de letter Ä…", "de letter ‘Â’", "„Ä“", "Dvořák", "Kristýna Čížková", "Đorđević", "Ștefan cel Mare, Țara", "CĂȘUNĂ", "Nguyễn Văn Ánh", "Zoë’s café…", "voor 5€", "Anaïs’ café", "Mañana: ¿qué?", "¡Hola!",
}

func TestSane(t *testing.T) {
	for _, text := range sane {
		if got, kind := Mend(text); got != text || kind != None {
			t.Errorf("%q was taken for %q (%d)", text, got, kind)
		}
	}
}

// Every encoding in which UTF-8 may be taken for something else, once and twice.
func TestTwice(t *testing.T) {
	for _, text := range []string{
		"Buurtcafé De Étoile", "coördinatie", "één", "Het project’s koers – bewoners kozen voor € 5.", "België", "naïef", "façade", "crème à la carte",
		"“één” loket…", "Şükrü Güneş", "Łódź", "Київ", "Ελλάδα", "20 °C en ½", "Noël, Zoë en François", "• punt", "→ verder", "SÃO ÉÉN ÖSTERREICH",
	} {
		for name, table := range map[string]*charmap.Charmap{"1252": charmap.Windows1252, "mac": charmap.Macintosh, "850": charmap.CodePage850, "437": charmap.CodePage437} {
			for times, spoiled := 1, text; times <= 2; times++ {
				var b strings.Builder
				for _, c := range []byte(spoiled) {
					r := table.DecodeByte(c)
					if r == '\uFFFD' {
						r = rune(c)
					}
					b.WriteRune(r)
				}
				spoiled = b.String()
				if got, kind := Mend(spoiled); got != text || kind != WrongEncoding {
					t.Errorf("%s, %d times: %q gives %q, want %q", name, times, spoiled, got, text)
				}
			}
		}
	}
}

func TestMend(t *testing.T) {
	for _, c := range []struct {
		in, want string
		kind     Kind
	}{
		{"voilÃ ", "voilà ", WrongEncoding},
		{"Ã  la carte", "à la carte", WrongEncoding},
		{"10Â €", "10 €", WrongEncoding},
		{"â€œeenâ€ en twee", "“een” en twee", WrongEncoding},
		{"Caf‚ Belgi‰", "Café België", WrongEncoding},
		{"Nota co”rdinatie ‚‚n loket", "Nota coördinatie één loket", WrongEncoding},
		{"Nota cošrdinatie ŽŽn loket", "Nota coördinatie één loket", WrongEncoding},
		{"PrivŽ en cošrdinatie", "Privé en coördinatie", WrongEncoding},
		{"CafÈ BelgiÎ", "Café België", WrongEncoding},
		{"CafÚ BelgiÙ", "Café België", WrongEncoding},
		{"LSBÂ²", "LSB²", WrongEncoding},
		{"foto\u0092s \u0096 \u0080 5\u0085", "foto’s – € 5…", WrongEncoding},
		{"Wonen &amp; zorg", "Wonen & zorg", Markup},
		{"Wonen &amp;amp; zorg", "Wonen & zorg", Markup},
		{"Overleg met vzw&#39;s &amp; bewoners &eacute;n de stad.<br>Tweede regel <b>vet</b>", "Overleg met vzw's & bewoners én de stad.\nTweede regel vet", Markup},
		{"&lt;b&gt;vet&lt;/b&gt;", "vet", Markup},
		{"<p>een</p><p>twee</p>", "een\n\ntwee", Markup},
		{"<ul><li>een</li><li>twee</li></ul>", "• een\n• twee", Markup},
		{`zie <a href="https://voorbeeld.be/12">de site</a>.`, "zie de site (https://voorbeeld.be/12).", Markup},
		{`<span style="color:red">rood</span>`, "rood", Markup},
		{"&euro;&nbsp;25", "€\u00a025", Markup},
		{"een_x000D_\ntwee", "een\ntwee", Escape},
		{"een_x000D_twee_x000B_drie", "een\ntwee\ndrie", Escape},
		{"a_x005F_b", "a_b", Escape},
		{`Caf\u00e9 en \'e9\'e9n`, "Café en één", Escape},
		{"Caf=C3=A9 =E2=82=AC 5", "Café € 5", Escape},
		{"Caf%C3%A9", "Café", Escape},
		{"Wonen &amp zorg, caf&eacute", "Wonen & zorg, café", Markup},
		{"JosÃ© MarÃ\u00ada, FranÃ§ois, MÃ¼ller en ÅžÃ¼krÃ¼ uit Ä°stanbul", "José María, François, Müller en Şükrü uit İstanbul", WrongEncoding},
		{"Â«citÃ©Â», DvoÅ™Ã¡k, GdaÅ„sk", "«cité», Dvořák, Gdańsk", WrongEncoding},
		{"<P style='x'>een</P><BR />twee</br>drie", "een\n\ntwee\ndrie", Markup},
		{"&lt;naam&gt;", "<naam>", Markup},
		{"Caf\uFFFD", "Caf\uFFFD", Lost},
		{"cafï¿½", "caf\uFFFD", Lost},
		{"Caf&Atilde;&copy;", "Café", Markup},
	} {
		if got, kind := Mend(c.in); got != c.want || kind != c.kind {
			t.Errorf("%q gives %q (%d), want %q (%d)", c.in, got, kind, c.want, c.kind)
		}
	}
}

func TestDecode(t *testing.T) {
	const text = "project;titel\r\nhuis;Nota coördinatie één loket\r\nhuis;Café België\r\nhuis;Crèche ‹Noël›\r\n"
	plain := strings.NewReplacer("‹", "'", "›", "'").Replace(text)
	with := func(table *charmap.Charmap, s string) string {
		out, err := table.NewEncoder().String(s)
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	wide, _ := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(plain)
	for _, c := range []struct {
		name, in, want, encoding string
		odd, doubtful            bool
	}{
		{"UTF-8", plain, plain, "UTF-8", false, false},
		{"UTF-8 with mark", "\ufeff" + plain, plain, "UTF-8", false, false},
		{"Windows-1252", with(charmap.Windows1252, plain), plain, "Windows-1252", false, false},
		{"Windows-1252 quotes", "\x93x\x94 \x80 5, foto\x92s \x96 \x95", "“x” € 5, foto’s – •", "Windows-1252", false, false},
		{"Slavic names", with(charmap.Windows1252, "Žižek;Šešelj"), "Žižek;Šešelj", "Windows-1252", false, false},
		{"capitals", with(charmap.Windows1252, "CAFÉ;ÉÉN;BELGIË"), "CAFÉ;ÉÉN;BELGIË", "Windows-1252", false, false},
		{"one word", with(charmap.Windows1252, "a;één"), "a;één", "Windows-1252", false, false},
		{"code page 850", with(charmap.CodePage850, plain), plain, "codetabel 850 (DOS)", true, false},
		{"one word in 850", with(charmap.CodePage850, "a;één"), "a;één", "codetabel 850 (DOS)", true, true},
		{"MacRoman", with(charmap.Macintosh, plain), plain, "MacRoman (oude Mac)", true, false},
		{"MacRoman quotes", with(charmap.Macintosh, "café’s – “één” €"), "café’s – “één” €", "MacRoman (oude Mac)", true, false},
		{"UTF-16", wide, plain, "UTF-16", false, false},
		{"UTF-32", "\xff\xfe\x00\x00a\x00\x00\x00\xe9\x00\x00\x00", "aé", "UTF-32", false, false},
		{"mixed", plain + "caf\xe9", plain + "café", "UTF-8, met stukken in Windows-1252", true, false},
		{"nonsense", "a\x81b;c\x8dd;e\x9df", "", "", true, true},
	} {
		got, e := Decode([]byte(c.in))
		if c.want != "" && (string(got) != c.want || e.Name != c.encoding) || e.Odd != c.odd || e.Doubtful != c.doubtful {
			t.Errorf("%s: %q as %+v", c.name, got, e)
		}
	}
}

// A single word with a letter that Dutch has often is enough.
func TestDecodeWords(t *testing.T) {
	for _, word := range []string{"België", "één", "crèche", "naïef", "reünie", "enquête", "façade", "café", "patiënten", "geïnteresseerd", "LSB² in Café"} {
		for _, e := range oldEncodings {
			spoiled, err := e.table.NewEncoder().String("a;" + word + ";b")
			if err != nil {
				continue
			}
			if got, as := Decode([]byte(spoiled)); string(got) != "a;"+word+";b" {
				t.Errorf("%s in %s is read as %q in %s", word, e.name, got, as.Name)
			}
		}
	}
}

func FuzzMend(f *testing.F) {
	for _, s := range sane {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if out, kind := Mend(s); kind == None && out != s {
			t.Errorf("%q became %q without a word", s, out)
		}
		Decode([]byte(s))
	})
}
