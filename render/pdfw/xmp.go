package pdfw

import (
	"encoding/xml"
	"strings"
)

// xmp is the metadata packet: what the document information says, the
// conformance to PDF/A-3a and PDF/UA-1, and the schema that PDF/A wants to see
// described because it doesn't know it.
func (m Meta) xmp() []byte {
	var b strings.Builder
	escape := func(s string) string {
		var e strings.Builder
		xml.EscapeText(&e, []byte(s)) // a Builder doesn't fail
		return e.String()
	}
	created := m.Created.Format("2006-01-02T15:04:05-07:00")
	b.WriteString("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" +
		`<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">` + escape(m.Title) + "</rdf:li></rdf:Alt></dc:title>\n")
	b.WriteString("<dc:language><rdf:Bag><rdf:li>" + escape(m.Lang) + "</rdf:li></rdf:Bag></dc:language>\n")
	if m.Author != "" {
		b.WriteString("<dc:creator><rdf:Seq><rdf:li>" + escape(m.Author) + "</rdf:li></rdf:Seq></dc:creator>\n")
	}
	if m.Subject != "" {
		b.WriteString(`<dc:description><rdf:Alt><rdf:li xml:lang="x-default">` + escape(m.Subject) + "</rdf:li></rdf:Alt></dc:description>\n")
	}
	if m.Keywords != "" {
		b.WriteString("<pdf:Keywords>" + escape(m.Keywords) + "</pdf:Keywords>\n")
	}
	if m.Creator != "" {
		b.WriteString("<xmp:CreatorTool>" + escape(m.Creator) + "</xmp:CreatorTool>\n")
	}
	if producer := m.producer(); producer != "" {
		b.WriteString("<pdf:Producer>" + escape(producer) + "</pdf:Producer>\n")
	}
	b.WriteString("<xmp:CreateDate>" + created + "</xmp:CreateDate>\n<xmp:ModifyDate>" + created + "</xmp:ModifyDate>\n" +
		`<pdfaid:part>3</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the document conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>`)
	return []byte(b.String())
}

func (m Meta) producer() string {
	if m.Producer != "" {
		return m.Producer
	}
	return m.Creator
}

// info is the document information dictionary, in step with the XMP.
func (m Meta) info() string {
	var b strings.Builder
	b.WriteString("<</Title " + text(m.Title))
	for _, entry := range []struct{ key, value string }{
		{"/Author ", m.Author}, {"/Subject ", m.Subject}, {"/Keywords ", m.Keywords},
		{"/Creator ", m.Creator}, {"/Producer ", m.producer()},
	} {
		if entry.value != "" {
			b.WriteString(entry.key + text(entry.value))
		}
	}
	b.WriteString("/CreationDate " + date(m.Created) + "/ModDate " + date(m.Created) + ">>")
	return b.String()
}
