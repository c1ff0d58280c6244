#include <attest/extractor/training/corpus.hpp>

#include <charconv>
#include <fstream>
#include <span>

#include <attest/graph/error.hpp>

namespace attest::extract::training {

namespace {

std::vector<std::string> columns(const std::string& line) {
  std::vector<std::string> out(1);
  for (const char c : line) {
    if (c == '\t')
      out.emplace_back();
    else
      out.back().push_back(c);
  }
  return out;
}

bool hugs_left(std::string_view form) {
  return std::string_view(".,;:!?)]%").find(form[0]) != std::string_view::npos || form.starts_with("'s") ||
         form.starts_with("n't") || form.starts_with("’s");
}
bool hugs_right(char last) {
  return last == '(' || last == '[' || last == '$';
}

struct Reader {
  std::vector<GoldDocument> documents;
  std::vector<std::vector<std::string>> rows;  // of the sentence being read
  std::string corpus;

  GoldDocument& current() {
    if (documents.empty()) start(corpus);
    return documents.back();
  }
  void start(const std::string& name) {
    documents.emplace_back().corpus = corpus;
    documents.back().document.document.name = name;
  }

  void finish_sentence() {
    if (rows.empty()) return;
    GoldDocument& doc = current();
    AnnotatedDocument& annotated = doc.document;
    std::string& text = annotated.document.text;
    if (!text.empty()) text.push_back('\n');
    const auto first = static_cast<std::uint32_t>(annotated.tokens.size());
    for (const auto& row : rows) {
      if (!text.empty() && text.back() != '\n' && !hugs_left(row[0]) && !hugs_right(text.back()))
        text.push_back(' ');
      Token& token = annotated.tokens.emplace_back();
      token.span.begin = static_cast<std::uint32_t>(text.size());
      text += row[0];
      token.span.end = static_cast<std::uint32_t>(text.size());
      doc.upos.push_back(row[1]);
      doc.penn.push_back(row[2]);
      std::int32_t head = 0;
      std::from_chars(row[3].data(), row[3].data() + row[3].size(), head);
      doc.head.push_back(head == 0 ? -1 : static_cast<std::int32_t>(first) + head - 1);
      doc.relation.push_back(row[4]);
      doc.names.push_back(row[5]);
    }
    annotated.sentences.push_back({first, static_cast<std::uint32_t>(annotated.tokens.size()), 0});
    rows.clear();
  }
};

}  // namespace

std::vector<GoldDocument> read_corpus(const std::filesystem::path& root, const std::string& corpus,
                                      const std::string& split) {
  const std::filesystem::path path = root / corpus / (split + ".tsv");
  std::ifstream in(path);
  if (!in) throw IoError("cannot read the corpus " + path.string());
  Reader reader;
  reader.corpus = corpus;
  std::string line;
  for (std::uint64_t number = 1; std::getline(in, line); ++number) {
    if (line.starts_with("# doc")) {
      reader.finish_sentence();
      const std::size_t equals = line.find("= ");
      reader.start(equals == std::string::npos ? line : line.substr(equals + 2));
    } else if (line.empty()) {
      reader.finish_sentence();
    } else if (!line.starts_with("# ")) {
      reader.rows.push_back(columns(line));
      if (reader.rows.back().size() != 6 || reader.rows.back()[0].empty())
        throw FormatError("a token needs six columns", path.string(), number);
    }
  }
  reader.finish_sentence();
  std::erase_if(reader.documents, [](const GoldDocument& d) { return d.document.tokens.empty(); });
  for (GoldDocument& d : reader.documents) {
    d.document.document.blocks = {
        {{0, static_cast<std::uint32_t>(d.document.document.text.size())}, BlockKind::paragraph, 0, false}};
  }
  return std::move(reader.documents);
}

}  // namespace attest::extract::training
