#include <attest/exporters/label_text.hpp>

#include <algorithm>

namespace attest {

std::vector<std::string_view> label_names(const Graph& graph, NodeId node) {
  std::vector<std::string_view> names;
  for (const LabelId label : graph.labels_of(node)) names.push_back(graph.labels().name(label));
  std::sort(names.begin(), names.end());
  return names;
}

std::string join_labels(const std::vector<std::string_view>& names) {
  std::string text;
  for (const std::string_view name : names) {
    text += ':';
    for (const char c : name) {
      if (c == ':' || c == '\\') text += '\\';
      text += c;
    }
  }
  return text;
}

std::vector<std::string> split_labels(std::string_view text) {
  std::vector<std::string> names;
  if (text.starts_with(':')) text.remove_prefix(1);
  if (text.empty()) return names;
  names.emplace_back();
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\' && i + 1 < text.size())
      names.back() += text[++i];
    else if (text[i] == ':')
      names.emplace_back();
    else
      names.back() += text[i];
  }
  return names;
}

}  // namespace attest
