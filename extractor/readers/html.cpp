#include <libxml/HTMLparser.h>
#include <algorithm>
#include <array>
#include <limits>
#include <memory>
#include <optional>

#include <attest/extractor/readers/block_writer.hpp>
#include <attest/extractor/readers/decode.hpp>
#include <attest/extractor/readers/formats.hpp>
#include <attest/extractor/structure/lines.hpp>
#include <attest/graph/error.hpp>

namespace attest::extract {
namespace {

struct FreeDocument {
  void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};
using Tree = std::unique_ptr<xmlDoc, FreeDocument>;

std::string_view view(const xmlChar* text) {
  return text ? std::string_view(reinterpret_cast<const char*>(text)) : std::string_view{};
}
bool is_element(const xmlNode* node) {
  return node->type == XML_ELEMENT_NODE;
}
bool is(const xmlNode* node, std::string_view name) {
  return is_element(node) && view(node->name) == name;
}
template <std::size_t N>
bool is_one_of(const xmlNode* node, const std::array<std::string_view, N>& names) {
  return std::find(names.begin(), names.end(), view(node->name)) != names.end();
}

std::string attribute(const xmlNode* node, const char* name) {
  xmlChar* value = xmlGetProp(node, reinterpret_cast<const xmlChar*>(name));
  std::string text(view(value));
  xmlFree(value);
  return text;
}

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

/// The charset that the page declares of itself, in its first 2048 bytes.
std::string declared_charset(std::string_view bytes) {
  const std::string head = lower(std::string(bytes.substr(0, 2048)));
  std::size_t at = head.find("charset=");
  if (at == std::string::npos) return "";
  at = head.find_first_not_of("\"' ", at + 8);
  if (at == std::string::npos) return "";
  return head.substr(at, head.find_first_of("\"'; />", at) - at);
}

/// Next node in document order below `top`, without the children of `node` where `skip`.
const xmlNode* next_node(const xmlNode* node, const xmlNode* top, bool skip = false) {
  if (!skip && node->children) return node->children;
  while (node != top && !node->next) node = node->parent;
  return node == top ? nullptr : node->next;
}

constexpr std::array<std::string_view, 12> unseen{"script", "style",    "noscript", "template",
                                                  "svg",    "head",     "iframe",   "object",
                                                  "select", "textarea", "audio",    "video"};

std::size_t text_size(const xmlNode* top) {
  std::size_t size = 0;
  for (const xmlNode* node = top; node;
       node = next_node(node, top, is_element(node) && is_one_of(node, unseen)))
    if (node->type == XML_TEXT_NODE) size += view(node->content).size();
  return size;
}

/// The element that holds the page's own text: <article>, <main> or role="main"; the root where none does.
const xmlNode* main_element(const xmlNode* root) {
  const xmlNode* best = root;
  std::size_t best_size = text_size(root);
  for (const std::string_view name : {"main", "article"}) {
    const xmlNode* found = nullptr;
    std::size_t size = 0, count = 0;
    for (const xmlNode* node = best; node; node = next_node(node, best)) {
      if (!is(node, name) && !(name == "main" && is_element(node) && attribute(node, "role") == "main"))
        continue;
      ++count;
      if (const std::size_t here = text_size(node); here > size) found = node, size = here;
    }
    // Several articles of like length are a list of teasers, not the page's text.
    const bool clear = count == 1 || size * 2 > best_size;
    if (found && clear && size >= 200) best = found, best_size = size;
  }
  return best;
}

bool named_like_furniture(const xmlNode* node) {
  constexpr std::array<std::string_view, 22> words{
      "navbar",      "navigation",  "sidebar", "share",     "social",     "comment",    "related",   "cookie",
      "banner",      "advert",      "promo",   "popup",     "newsletter", "breadcrumb", "subscribe", "modal",
      "site-footer", "site-header", "menu",    "recommend", "toolbar",    "pagination"};
  const std::string names = lower(attribute(node, "class") + ' ' + attribute(node, "id"));
  if (names.size() < 3) return false;
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return names.find(word) != std::string::npos; });
}

bool named_like_notes(const xmlNode* node) {
  const std::string names = lower(attribute(node, "class") + ' ' + attribute(node, "id"));
  for (const std::string_view word : {"footnote", "endnote", "reflist", "references", "cite_note"})
    if (names.find(word) != std::string::npos) return true;
  return false;
}

/// What the elements around a text say of it.
struct Context {
  bool inside_main = false;
  bool furniture = false;
  bool notes = false;
  BlockKind kind = BlockKind::paragraph;
  std::uint8_t level = 0;
};

class Walker {
 public:
  Walker(Document& document, const xmlNode* main) : writer_(document), main_(main) {}

  void walk(const xmlNode* node, Context context, int depth = 0) {
    constexpr int deepest = 1000;  // far above real pages; guards the stack
    if (depth > deepest) return;
    for (const xmlNode* child = node->children; child; child = child->next) {
      if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE) {
        add_text(view(child->content));
      } else if (is_element(child) && !is_one_of(child, unseen)) {
        element(child, context, depth);
      }
    }
  }
  void end(const Context& context) { end_block(context); }

 private:
  void add_text(std::string_view text) {
    writer_.text(text);
    for (const char c : text) {
      const bool shown = static_cast<unsigned char>(c) > ' ';
      shown_ += shown;
      linked_ += shown && in_link_;
    }
  }

  void element(const xmlNode* node, Context context, int depth) {
    if (is(node, "br")) return writer_.line_break();
    if (is(node, "a")) {
      const bool outer = std::exchange(in_link_, true);
      walk(node, context, depth + 1);
      in_link_ = outer;
      return;
    }
    if (is(node, "sup")) return mark(node);
    if (is(node, "tr") && is_data_row(node)) return row(node, context);
    if (!is_block(node)) return walk(node, context, depth + 1);
    end_block(context);
    const Context inner = enter(node, context);
    walk(node, inner, depth + 1);
    end_block(inner);
  }

  /// A note mark: its number in brackets, so that it cannot melt into the word before it.
  void mark(const xmlNode* node) {
    xmlChar* content = xmlNodeGetContent(node);
    const std::string text(view(content));
    xmlFree(content);
    const bool number =
        !text.empty() && text.size() < 6 && text.find_first_not_of("0123456789[] ") == std::string::npos;
    if (number && text.find('[') == std::string::npos)
      writer_.text("[" + text + "]");
    else
      writer_.text(text);
  }

  static bool is_block(const xmlNode* node) {
    constexpr std::array<std::string_view, 42> names{
        "address", "article", "aside", "blockquote", "body", "button",   "caption",    "center",  "dd",
        "details", "dialog",  "div",   "dl",         "dt",   "fieldset", "figcaption", "figure",  "footer",
        "form",    "h1",      "h2",    "h3",         "h4",   "h5",       "h6",         "header",  "hr",
        "html",    "li",      "main",  "nav",        "ol",   "p",        "pre",        "section", "summary",
        "table",   "tbody",   "td",    "th",         "tr",   "ul"};
    return is_one_of(node, names);
  }

  Context enter(const xmlNode* node, Context context) const {
    constexpr std::array<std::string_view, 6> outside{"nav", "footer", "aside", "form", "button", "dialog"};
    if (node == main_) context.inside_main = true;
    if (is_one_of(node, outside) || (is(node, "header") && !context.inside_main)) context.furniture = true;
    if (node != main_ && !is(node, "body") && named_like_furniture(node)) context.furniture = true;
    if (named_like_notes(node)) context.notes = true;
    const std::string_view name = view(node->name);
    if (name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6') {
      context.kind = BlockKind::heading;
      context.level = static_cast<std::uint8_t>(name[1] - '0');
    } else if (name == "li") {
      context.kind = BlockKind::list_item;
    } else if (name == "blockquote") {
      context.kind = BlockKind::quotation;
    } else if (name == "pre") {
      context.kind = BlockKind::code;
    } else if (name == "p" && context.kind == BlockKind::list_item) {
      // A paragraph of a list item stays one.
    }
    return context;
  }

  static const xmlNode* next_element(const xmlNode* node) {
    while (node && !is_element(node)) node = node->next;
    return node;
  }

  /// A row of two or more cells without paragraphs in them; other tables only lay out a page.
  static bool is_data_row(const xmlNode* node) {
    std::size_t cells = 0;
    for (const xmlNode* cell = next_element(node->children); cell; cell = next_element(cell->next)) {
      ++cells;
      for (const xmlNode* inner = cell->children; inner; inner = inner->next)
        if (is(inner, "div") || is(inner, "table") || (is(inner, "p") && inner->next && is(inner->next, "p")))
          return false;
    }
    return cells >= 2;
  }

  void row(const xmlNode* node, const Context& context) {
    end_block(context);
    for (const xmlNode* cell = next_element(node->children); cell; cell = next_element(cell->next)) {
      writer_.tab();
      xmlChar* content = xmlNodeGetContent(cell);
      writer_.text(view(content));
      xmlFree(content);
    }
    const std::string text(writer_.open_text());
    const bool abbreviation = abbreviation_row(text, {0, static_cast<std::uint32_t>(text.size())}).found();
    const BlockKind kind = abbreviation ? BlockKind::abbreviations : BlockKind::table;
    writer_.end(context.furniture ? BlockKind::furniture : kind);
    shown_ = linked_ = 0;
  }

  BlockKind kind_of(const Context& context) const {
    const std::string_view text = writer_.open_text();
    const bool headline = context.kind == BlockKind::heading && context.level == 1;
    if (!context.inside_main && !headline) return BlockKind::furniture;
    if (context.furniture && !headline) return BlockKind::furniture;
    if (context.notes) return BlockKind::footnote;
    if (context.kind == BlockKind::heading || context.kind == BlockKind::code) return context.kind;
    if (is_furniture_label(text)) return BlockKind::furniture;
    const bool links = linked_ * 10 > shown_ * 6;
    if (links && shown_ < 300 && !ends_sentence(text)) return BlockKind::furniture;
    return context.kind;
  }

  void end_block(const Context& context) {
    if (!writer_.empty()) writer_.end(kind_of(context), context.level);
    shown_ = linked_ = 0;
  }

  BlockWriter writer_;
  const xmlNode* main_;
  bool in_link_ = false;
  std::size_t shown_ = 0;   // characters of the open block
  std::size_t linked_ = 0;  // of them inside links
};

/// "2023-09-19T10:00:00Z" → "2023-09-19".
std::string iso_day(std::string_view text) {
  constexpr std::string_view shape = "dddd-dd-dd";
  if (text.size() < shape.size()) return "";
  for (std::size_t i = 0; i < shape.size(); ++i) {
    const bool digit = text[i] >= '0' && text[i] <= '9';
    if (shape[i] == 'd' ? !digit : text[i] != '-') return "";
  }
  return std::string(text.substr(0, shape.size()));
}

void read_meta(const xmlNode* root, Document& document) {
  std::string shared_title, page_title, time_date;
  for (const xmlNode* node = root; node; node = next_node(node, root)) {
    if (!is_element(node)) continue;
    if (is(node, "meta")) {
      const std::string key =
          lower(attribute(node, "property") + attribute(node, "name") + attribute(node, "itemprop"));
      const std::string value = attribute(node, "content");
      if (key == "og:title") shared_title = value;
      const bool date = key == "article:published_time" || key == "datepublished" || key == "date" ||
                        key == "dc.date" || key == "dc.date.issued" || key == "pubdate" ||
                        key == "citation_publication_date";
      if (date && document.date.empty()) document.date = iso_day(value);
    } else if (is(node, "title") && page_title.empty()) {
      xmlChar* content = xmlNodeGetContent(node);
      page_title = view(content);
      xmlFree(content);
    } else if (is(node, "time") && time_date.empty()) {
      time_date = iso_day(attribute(node, "datetime"));
    } else if (is(node, "script") && attribute(node, "type") == "application/ld+json" && node->children) {
      const std::string_view json = view(node->children->content);
      const std::size_t key = json.find("\"datePublished\"");
      const std::size_t quote = key == std::string_view::npos ? key : json.find('"', json.find(':', key));
      if (quote != std::string_view::npos && document.date.empty())
        document.date = iso_day(json.substr(quote + 1));
    }
  }
  if (document.date.empty()) document.date = time_date;
  document.title = shared_title.empty() ? page_title : shared_title;
}

/// A page's one headline is its title; where it has none or several, what its head says.
void tidy_title(Document& document) {
  const auto is_headline = [](const Block& block) {
    return block.kind == BlockKind::heading && block.level == 1;
  };
  const auto& blocks = document.blocks;
  const bool one = std::count_if(blocks.begin(), blocks.end(), is_headline) == 1;
  for (const Block& block : blocks)
    if (is_headline(block) && (one || document.title.empty()))
      document.title = document.text.substr(block.span.begin, block.span.size());
  std::string tidy;
  for (const char c : document.title) {
    const bool space = std::isspace(static_cast<unsigned char>(c));
    if (!space) tidy += c;
    if (space && !tidy.empty() && tidy.back() != ' ') tidy += ' ';
  }
  if (!tidy.empty() && tidy.back() == ' ') tidy.pop_back();
  document.title = tidy;
}

}  // namespace

void read_html(std::string_view bytes, Document& document) {
  Decoded decoded = decode_as(bytes, declared_charset(bytes));
  if (decoded.replaced)
    document.warnings.push_back(std::to_string(decoded.replaced) + " places that are not " +
                                decoded.encoding + " were replaced");
  if (decoded.text.size() > static_cast<std::size_t>(std::numeric_limits<int>::max()))
    throw FormatError("web page is larger than 2 GB", document.path, 0);
  constexpr int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                          HTML_PARSE_NODEFDTD | HTML_PARSE_COMPACT;
  const Tree tree(
      htmlReadMemory(decoded.text.data(), static_cast<int>(decoded.text.size()), nullptr, "UTF-8", options));
  const xmlNode* root = tree ? xmlDocGetRootElement(tree.get()) : nullptr;
  if (!root) return;
  read_meta(root, document);
  Context context;
  const xmlNode* main = main_element(root);
  context.inside_main = main == root;
  Walker walker(document, main);
  walker.walk(root, context);
  walker.end(context);
  tidy_title(document);
}

}  // namespace attest::extract
