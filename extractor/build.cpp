#include "build.hpp"

#include <fmt/format.h>
#include <tbb/enumerable_thread_specific.h>
#include <tbb/global_control.h>
#include <tbb/parallel_for.h>
#include <tbb/parallel_pipeline.h>

#include <algorithm>
#include <attest/error.hpp>
#include <attest/extractor/annotator.hpp>
#include <attest/extractor/pipeline.hpp>
#include <attest/extractor/readers/bytes.hpp>
#include <attest/extractor/readers/reader.hpp>
#include <attest/extractor/resolution.hpp>
#include <chrono>
#include <istream>
#include <memory>
#include <set>
#include <thread>

#include "discover.hpp"
#include "document_report.hpp"

namespace attest::extract {
namespace {

using Outcome = DocumentReport::Outcome;

/// One document on its way through the pipeline.
struct Item {
  SourceFile file;
  std::optional<std::string> known_hash;
  Document document;
  Fragment fragment;
  DocumentReport report;
};

constexpr std::uint64_t largest_document = std::uint64_t{1} << 32;  // places are 32-bit

void fill(Item& item, std::string bytes, Annotator& annotator) {
  const std::uint64_t size = bytes.size();
  const Format format = format_of(item.file.path, bytes);
  item.document = read_document(std::move(bytes), format, item.file.name, item.file.path.generic_string());
  AnnotatedDocument annotated = annotator.annotate(std::move(item.document));
  const Entities entities = find_entities(annotated, builtin_models());
  item.fragment = make_fragment(annotated, entities, find_facts(annotated, entities));
  item.document = std::move(annotated.document);
  item.report = make_report(item.document, item.fragment, size);
}

/// Reads and extracts; whatever goes wrong becomes the report's message.
void process(Item& item, Annotator& annotator) {
  item.report.name = item.file.name;
  item.report.path = item.file.path.generic_string();
  try {
    if (item.file.size >= largest_document)
      throw FormatError("larger than 4 GB: split it", item.report.path, 0);
    std::string bytes = read_bytes(item.file.path);
    if (item.known_hash && *item.known_hash == sha256_hex(bytes)) {
      item.report.outcome = Outcome::unchanged;
      return;
    }
    fill(item, std::move(bytes), annotator);
  } catch (const FormatError& error) {
    item.report.outcome = Outcome::skipped;
    item.report.message = error.what();
  } catch (const std::exception& error) {
    item.report.outcome = Outcome::failed;
    item.report.message = error.what();
  }
}

unsigned thread_count(const BuildOptions& options) {
  return options.threads > 0 ? options.threads : std::max(1u, std::thread::hardware_concurrency());
}

/// Runs process() over the files on many threads and hands the items to `sink` in the order of the files.
BuildSummary process_all(std::vector<SourceFile> files, const BuildOptions& options,
                         const std::function<std::optional<std::string>(const SourceFile&)>& known_hash,
                         const std::function<void(Item&)>& sink) {
  BuildSummary summary;
  BuildProgress progress;
  progress.all_documents = files.size();
  for (const SourceFile& file : files) progress.all_bytes += file.size;
  const unsigned threads = thread_count(options);
  const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, threads);
  std::vector<std::optional<std::string>> hashes;
  for (const SourceFile& file : files) hashes.push_back(known_hash(file));
  std::size_t next = 0;
  const auto source = [&](tbb::flow_control& flow) -> std::shared_ptr<Item> {
    summary.stopped = options.stop && options.stop->load();
    if (next == files.size() || summary.stopped) {
      flow.stop();
      return nullptr;
    }
    auto item = std::make_shared<Item>();
    item->file = std::move(files[next]);
    item->known_hash = std::move(hashes[next++]);
    return item;
  };
  tbb::enumerable_thread_specific<Annotator> annotators([] { return Annotator(builtin_models()); });
  const auto work = [&](std::shared_ptr<Item> item) {
    process(*item, annotators.local());
    return item;
  };
  const auto finish = [&](std::shared_ptr<Item> item) {
    switch (item->report.outcome) {
      case Outcome::read:
        ++summary.read;
        break;
      case Outcome::unchanged:
        ++summary.unchanged;
        break;
      case Outcome::skipped:
        ++summary.skipped;
        break;
      case Outcome::failed:
        ++summary.failed;
        break;
    }
    summary.bytes += item->report.bytes;
    summary.characters += item->report.characters;
    sink(*item);
    progress.bytes += item->file.size;
    ++progress.documents;
    if (options.report) options.report(item->report);
    if (options.progress) options.progress(progress);
  };
  tbb::parallel_pipeline(
      2 * threads,
      tbb::make_filter<void, std::shared_ptr<Item>>(tbb::filter_mode::serial_in_order, source) &
          tbb::make_filter<std::shared_ptr<Item>, std::shared_ptr<Item>>(tbb::filter_mode::parallel, work) &
          tbb::make_filter<std::shared_ptr<Item>, void>(tbb::filter_mode::serial_in_order, finish));
  return summary;
}

void tell_problems(const Sources& sources, const BuildOptions& options, BuildSummary& summary) {
  for (const SourceProblem& problem : sources.problems) {
    ++summary.failed;
    DocumentReport report;
    report.name = report.path = problem.path;
    report.outcome = Outcome::failed;
    report.message = problem.message;
    if (options.report) options.report(report);
  }
}

StoredDocument stored(Item&& item) {
  StoredDocument document;
  document.name = item.document.name;
  document.path = item.document.path;
  document.sha256 = item.document.sha256;
  document.text = std::move(item.document.text);
  document.fragment = to_json(item.fragment);
  document.report = to_json(item.report);
  return document;
}

/// Puts documents into the store in batches small enough that a kill loses little, large enough that
/// transactions cost little.
class BatchWriter {
 public:
  explicit BatchWriter(Store& store) : store_(store) {}

  void add(StoredDocument document) {
    characters_ += document.text.size();
    batch_.push_back(std::move(document));
    const auto waited = std::chrono::steady_clock::now() - last_;
    if (batch_.size() >= 64 || characters_ >= (8u << 20) || waited > std::chrono::milliseconds(500)) flush();
  }

  void flush() {
    if (!batch_.empty()) store_.put_documents(batch_);
    batch_.clear();
    characters_ = 0;
    last_ = std::chrono::steady_clock::now();
  }

 private:
  Store& store_;
  std::vector<StoredDocument> batch_;
  std::size_t characters_ = 0;
  std::chrono::steady_clock::time_point last_ = std::chrono::steady_clock::now();
};

/// A name that another path's document has in the store is given up for the whole path.
void keep_names_of_store(const Store& store, std::vector<SourceFile>& files) {
  for (SourceFile& file : files) {
    const std::string path = file.path.generic_string();
    const auto holder = store.path_of_document(file.name);
    if (holder && *holder != path) file.name = path;
  }
}

Item item_of_text(std::string_view name, std::string text) {
  Item item;
  item.file = {std::filesystem::path(std::string(name)), std::string(name), text.size()};
  Annotator annotator(builtin_models());
  fill(item, std::move(text), annotator);
  return item;
}

}  // namespace

BuildSummary build(Store& store, std::span<const std::string> paths, const BuildOptions& options) {
  std::vector<std::string> ordered(paths.begin(), paths.end());
  std::sort(ordered.begin(), ordered.end());
  Sources sources = discover(ordered);
  std::sort(sources.files.begin(), sources.files.end(),
            [](const SourceFile& a, const SourceFile& b) { return a.path < b.path; });
  keep_names_of_store(store, sources.files);
  BatchWriter writer(store);
  const auto known_hash = [&](const SourceFile& file) {
    return store.hash_of_path(file.path.generic_string());
  };
  BuildSummary summary = process_all(std::move(sources.files), options, known_hash, [&](Item& item) {
    if (item.report.outcome == Outcome::read) writer.add(stored(std::move(item)));
  });
  tell_problems(sources, options, summary);
  writer.flush();
  refresh(store);
  return summary;
}

DocumentReport build_text(Store& store, std::string_view name, std::string text) {
  Item item = item_of_text(name, std::move(text));
  DocumentReport report = item.report;
  const StoredDocument document = stored(std::move(item));
  store.put_documents(std::span(&document, 1));
  refresh(store);
  return report;
}

BuildSummary extract_files(std::span<const std::string> paths, const BuildOptions& options,
                           const std::function<void(const Fragment&)>& sink) {
  Sources sources = discover(paths);
  const auto nothing_known = [](const SourceFile&) { return std::nullopt; };
  BuildSummary summary = process_all(std::move(sources.files), options, nothing_known, [&](Item& item) {
    if (item.report.outcome == Outcome::read) sink(item.fragment);
  });
  tell_problems(sources, options, summary);
  return summary;
}

Fragment extract_text(std::string_view name, std::string text) {
  return item_of_text(name, std::move(text)).fragment;
}

void remove_documents(Store& store, std::span<const std::string> names_or_paths) {
  std::set<std::string> names;
  for (const std::string& given : names_or_paths) {
    std::optional<std::string> name = given;
    if (!store.path_of_document(given)) name = store.document_of_path(given);
    if (!name)
      throw UsageError(fmt::format(
          "the graph holds no document '{}'; MATCH (d:Document) RETURN d.name lists them", given));
    names.insert(*name);
  }
  for (const std::string& name : names) store.remove_document(name);
  refresh(store);
}

namespace {

/// Resolves what the documents say; their fragments are gone from memory when it returns.
Fragment resolve_documents(const Store& store) {
  std::vector<StoredFragment> stored_fragments = store.fragments();
  std::vector<Fragment> fragments(stored_fragments.size());
  tbb::parallel_for(std::size_t{0}, fragments.size(), [&](std::size_t i) {
    const StoredFragment stored_fragment = std::move(stored_fragments[i]);
    fragments[i] = parse_fragment(stored_fragment.json, stored_fragment.name);
  });
  return resolve(fragments, store.decisions());
}

}  // namespace

void refresh(Store& store) {
  if (store.graph_is_stale()) store.replace_derived(resolve_documents(store));
}

}  // namespace attest::extract
