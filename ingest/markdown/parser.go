package markdown

import (
	"regexp"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// newParser is CommonMark with tables, bare links, footnotes, Dutch quotes and
// dashes, and references to figures. What people don't mean is left out: an
// indented line is text, no code; HTML is tags in a text, and takes no words
// along; a year begins no list.
func newParser() parser.Parser {
	quotes := extension.TypographicSubstitutions{
		extension.LeftSingleQuote: []byte("‘"), extension.RightSingleQuote: []byte("’"),
		extension.LeftDoubleQuote: []byte("‘"), extension.RightDoubleQuote: []byte("’"),
		extension.EnDash: []byte("–"), extension.EmDash: []byte("—"), extension.Ellipsis: []byte("…"),
		extension.Apostrophe: []byte("’"), extension.LeftAngleQuote: []byte("«"), extension.RightAngleQuote: []byte("»"),
	}
	return goldmark.New(
		goldmark.WithParser(parser.NewParser(
			parser.WithBlockParsers(
				util.Prioritized(parser.NewSetextHeadingParser(), 100),
				util.Prioritized(parser.NewThematicBreakParser(), 200),
				util.Prioritized(listParser{parser.NewListParser()}, 300),
				util.Prioritized(parser.NewListItemParser(), 400),
				util.Prioritized(parser.NewATXHeadingParser(), 600),
				util.Prioritized(parser.NewFencedCodeBlockParser(), 700),
				util.Prioritized(parser.NewBlockquoteParser(), 800),
				util.Prioritized(extension.NewFootnoteBlockParser(), 999),
				util.Prioritized(paragraphParser{parser.NewParagraphParser()}, 1000)),
			parser.WithInlineParsers(append(parser.DefaultInlineParsers(),
				util.Prioritized(referenceParser{}, 50),
				util.Prioritized(extension.NewFootnoteParser(), 101),
				util.Prioritized(starParser{}, 499))...),
			parser.WithParagraphTransformers(parser.DefaultParagraphTransformers()...))),
		goldmark.WithExtensions(extension.Table, extension.Linkify,
			extension.NewTypographer(extension.WithTypographicSubstitutions(quotes))),
	).Parser()
}

// yearItem is what looks like an item of a list and is a year that ends a
// sentence, or begins one.
var yearItem = regexp.MustCompile(`^ {0,3}\d{4,}[.)]`)

// listParser begins no list with a year.
type listParser struct{ parser.BlockParser }

// Open implements parser.BlockParser.
func (p listParser) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	if line, _ := reader.PeekLine(); yearItem.Match(line) {
		return nil, parser.NoChildren
	}
	return p.BlockParser.Open(parent, reader, pc)
}

// paragraphParser takes lines that are indented too.
type paragraphParser struct{ parser.BlockParser }

// CanAcceptIndentedLine implements parser.BlockParser.
func (paragraphParser) CanAcceptIndentedLine() bool { return true }

// starParser leaves a star within a word or a sum as it is: 2*3*4,
// deelnemer*sters.
type starParser struct{}

// Trigger implements parser.InlineParser.
func (starParser) Trigger() []byte { return []byte{'*'} }

// Parse implements parser.InlineParser.
func (starParser) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, seg := block.PeekLine()
	stars := 0
	for stars < len(line) && line[stars] == '*' {
		stars++
	}
	before := block.PrecendingCharacter()
	after, _ := utf8.DecodeRune(line[stars:])
	digits := unicode.IsDigit(before) && unicode.IsDigit(after)
	if !digits && (stars > 1 || !unicode.IsLetter(before) && !unicode.IsDigit(before) || !unicode.IsLetter(after) && !unicode.IsDigit(after)) {
		return nil
	}
	block.Advance(stars)
	return ast.NewTextSegment(seg.WithStop(seg.Start + stars))
}
