// Structure of plain text: what is read for facts and what is set aside.
#include <catch2/catch.hpp>
#include <chrono>

#include <attest/extractor/structure.hpp>
#include <attest/extractor/structure/lines.hpp>

namespace attest::extract {
namespace {

Document structured(std::string text) {
  Document document;
  document.text = std::move(text);
  find_structure(document);
  return document;
}

const char* kind_name(BlockKind kind) {
  constexpr const char* names[] = {"heading",       "paragraph", "list", "quote",     "table",
                                   "abbreviations", "footnote",  "head", "furniture", "code"};
  return names[static_cast<std::size_t>(kind)];
}

/// "kind: text" for each block, "+kind: text" where the block goes on from the one before.
std::vector<std::string> outline(const std::string& text) {
  const Document document = structured(text);
  std::vector<std::string> lines;
  for (const Block& block : document.blocks)
    lines.push_back((block.continues ? "+" : "") + std::string(kind_name(block.kind)) + ": " +
                    document.text.substr(block.span.begin, block.span.size()));
  return lines;
}
using Outline = std::vector<std::string>;

TEST_CASE("paragraphs are parted by blank lines", "[structure]") {
  CHECK(outline("The Title\n\nFirst paragraph here.\n\n\nSecond one.\r\n") ==
        Outline{"heading: The Title", "paragraph: First paragraph here.", "paragraph: Second one."});
  CHECK(structured("The Title\n\nText here.").title == "The Title");
}

TEST_CASE("hard-wrapped lines are one paragraph, lines of free length are each their own", "[structure]") {
  const std::string wrapped =
      "The committee met on Monday in the old town\n"
      "hall to hear the report that its chairwoman,\n"
      "Ann Lee, had written. Nobody spoke against\n"
      "it. The vote was taken after a short break,\n"
      "and the result was plain.\n"
      "A new paragraph may start without a blank,\n"
      "as in old books, and it goes on for a while\n"
      "until it ends.";
  const Outline blocks = outline(wrapped);
  REQUIRE(blocks.size() == 2);
  CHECK(blocks[1].starts_with("paragraph: A new paragraph"));
  CHECK(outline("Ann Lee met Bob Ray .\nThey talked .\nA very long line follows the two short ones here .\n"
                "End .\n")
            .size() == 4);
}

TEST_CASE("Markdown marks are no part of the text they mark", "[structure]") {
  CHECK(outline(
            "# One\n\n- item a\n* item b\n3. item c\n(iv) item d\n\n> said so\n\n---\n\n```\ncode\n```\n") ==
        Outline{"heading: One", "list: item a", "list: item b", "list: item c", "list: item d",
                "quote: said so", "code: ```\ncode\n```"});
  CHECK(outline("1995 was a year. It was long.\n\nJ. Smith came.") ==
        Outline{"paragraph: 1995 was a year. It was long.", "paragraph: J. Smith came."});
  const Document document = structured("---\ntitle: \"On Bridges\"\ndate: 2020-02-03\n---\n\nText here.");
  CHECK(document.title == "On Bridges");
  CHECK(document.date == "2020-02-03");
}

TEST_CASE("footnotes, links and buttons are set aside", "[structure]") {
  CHECK(outline("He came.<sup>1</sup>\n\n---\n\n<sup>1</sup> Archive, p. 3.\n\n<https://example.org/a> "
                "(accessed on 1 May 2020).\n\n[2] Another.\n\nShare\n\nPin It on Pinterest\n\nHe left.") ==
        Outline{"paragraph: He came.<sup>1</sup>", "footnote: <sup>1</sup> Archive, p. 3.",
                "footnote: <https://example.org/a> (accessed on 1 May 2020).", "footnote: [2] Another.",
                "furniture: Share", "furniture: Pin It on Pinterest", "paragraph: He left."});
}

TEST_CASE("a sentence goes on behind a page's notes", "[structure]") {
  CHECK(
      outline("The ministry announced on the same day that the\n\n---\n\n<sup>4</sup> Ibid.\n\nRiver Company "
              "would be sold.\n\nA new one.") ==
      Outline{"paragraph: The ministry announced on the same day that the", "footnote: <sup>4</sup> Ibid.",
              "+paragraph: River Company would be sold.", "paragraph: A new one."});
  CHECK(outline("The response has been insufficient, allowing the\n\ncrisis to deepen.") ==
        Outline{"paragraph: The response has been insufficient, allowing the",
                "+paragraph: crisis to deepen."});
}

TEST_CASE("lines that come again on page after page are running heads", "[structure]") {
  std::string text = "# Annual Report 2020\n\nIntroduction follows now.\n\n";
  for (int page = 1; page <= 4; ++page)
    text += "Body text number " + std::to_string(page) + ".\n\n## Annual Report 2020\n\n" +
            std::to_string(page) + "\n\n";
  const Document document = structured(text);
  std::size_t heads = 0, headings = 0;
  for (const Block& block : document.blocks) {
    heads += block.kind == BlockKind::running_head;
    headings += block.kind == BlockKind::heading;
  }
  CHECK(headings == 1);
  CHECK(heads == 8);
}

TEST_CASE("a table of abbreviations is known by its rows", "[structure]") {
  CHECK(outline("ABBREVIATIONS\n\nICRC\tInternational Committee of the Red Cross\nEU  European Union\n"
                "UN – United Nations\n") ==
        Outline{"heading: ABBREVIATIONS", "abbreviations: ICRC\tInternational Committee of the Red Cross",
                "abbreviations: EU  European Union", "abbreviations: UN – United Nations"});
  const std::string row = "| CoE | Council of Europe |";
  const AbbreviationRow columns = abbreviation_row(row, {0, static_cast<std::uint32_t>(row.size())});
  CHECK(row.substr(columns.acronym.begin, columns.acronym.size()) == "CoE");
  CHECK(row.substr(columns.expansion.begin, columns.expansion.size()) == "Council of Europe");
}

TEST_CASE("a row of a table ends with its line", "[structure]") {
  const std::string text = "|ICRC  International Committee of the Red Cross";
  CHECK_FALSE(abbreviation_row(text, {0, 1}).found());
  CHECK(outline("UN – United Nations\nEU  European Union\n|\nICRC\tInternational Committee of the Red Cross\n"
                "CoE  Council of Europe\n\nThe end of it all came soon. \t") ==
        Outline{"abbreviations: UN – United Nations", "abbreviations: EU  European Union", "paragraph: |",
                "abbreviations: ICRC\tInternational Committee of the Red Cross",
                "abbreviations: CoE  Council of Europe", "paragraph: The end of it all came soon."});
}

TEST_CASE("a NUL byte is neither white space nor a mark", "[structure]") {
  using namespace std::string_literals;
  const auto only_kind = [](const std::string& line) {
    const std::vector<Line> lines = split_lines(line);
    REQUIRE(lines.size() == 1);
    return lines.front().kind;
  };
  CHECK(only_kind("\0\0\0"s) == LineKind::text);           // no rule
  CHECK(only_kind("12\0"s) == LineKind::text);             // no page number
  CHECK(only_kind("(\0) to be done"s) == LineKind::text);  // no marker of a list
  CHECK(only_kind("7\0 to be done"s) == LineKind::text);
  CHECK(split_lines("\0 text \0"s).front().span.size() == 8);
  CHECK_FALSE(abbreviation_row("EU\0X  European Union"s, {0, 20}).found());
  CHECK_FALSE(ends_sentence("and so\0"s));
}

TEST_CASE("rows of a table of contents are no running text", "[structure]") {
  CHECK(outline("Introduction .......... 3\nThe War of 1812......14\n") ==
        Outline{"table: Introduction .......... 3", "table: The War of 1812......14"});
}

TEST_CASE("a paragraph in which tabs happen to stand is no row of a table", "[structure]") {
  CHECK(outline("Year\tSnow\tRain\n") == Outline{"table: Year\tSnow\tRain"});
  std::string prose = "A line\twith a tab";
  for (int i = 0; i < 40; ++i) prose += " and many words that go on";
  CHECK(outline(prose + "\tto the end.\n").front().starts_with("paragraph: "));
}

TEST_CASE("notes at the foot of a page are numbered through", "[structure]") {
  const Outline blocks = outline(
      "The first page has some text that ends here.\n\nMore text stands here.\n\n1 See the archive.\n2 "
      "Ibid.\n\f"
      "The second page goes on.\n\nAnd on it goes.\n\n3 Another source, p. 4.\n\f");
  CHECK(blocks == Outline{"paragraph: The first page has some text that ends here.",
                          "paragraph: More text stands here.", "footnote: 1 See the archive.",
                          "footnote: 2 Ibid.", "paragraph: The second page goes on.",
                          "paragraph: And on it goes.", "footnote: 3 Another source, p. 4."});
}

TEST_CASE("a line of 50 MB takes linear time", "[structure][slow]") {
  std::string text;
  text.reserve(50'000'000);
  while (text.size() < 50'000'000) text += "word \xE2\x80\x94 and ";
  const auto start = std::chrono::steady_clock::now();
  const Document document = structured(std::move(text));
  CHECK(document.blocks.size() == 1);
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(10));
}

}  // namespace
}  // namespace attest::extract
