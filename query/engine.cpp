#include <algorithm>

#include <attest/graph/store.hpp>
#include <attest/parser/parse.hpp>
#include <attest/query/build/query_builder.hpp>
#include <attest/query/query.hpp>

namespace attest {

using query::Batch;
using query::BuiltQuery;
using query::Context;
using query::Environment;
using query::Procedures;

struct Engine::Impl {
  Graph& graph;
  Store* store;
  Procedures procedures;
  query::LabelFacts facts = {};
};

namespace {

bool changes_graph(const ast::Query& query);

bool changes_graph(const ast::Clause& clause) {
  if (const auto* call = clause.as<ast::CallSubquery>()) return changes_graph(*call->query);
  return clause.as<ast::Create>() || clause.as<ast::Merge>() || clause.as<ast::Set>() ||
         clause.as<ast::Remove>() || clause.as<ast::Delete>() || clause.as<ast::Foreach>();
}

bool changes_graph(const ast::SingleQuery& query) {
  return std::any_of(query.clauses.begin(), query.clauses.end(),
                     [](const ast::Clause& clause) { return changes_graph(clause); });
}

bool changes_graph(const ast::Query& query) {
  return changes_graph(query.first) ||
         std::any_of(query.rest.begin(), query.rest.end(),
                     [](const ast::UnionPart& part) { return changes_graph(part.query); });
}

BuiltQuery build(Environment& environment, const ast::Statement& statement) {
  query::Origin origin;
  BuiltQuery built = query::build_query(environment, statement.query, {}, origin, false);
  query::SlotSet needed;
  for (const query::Slot slot : built.slots) needed.insert(slot);
  built.root->prepare(needed);
  environment.context.locals.resize(static_cast<std::size_t>(environment.locals));
  return built;
}

/// Pulls all rows; those of a query that returns nothing are only counted through.
void collect(BuiltQuery& built, const query::Layout& layout, Context& context, Result& result) {
  Batch batch(layout);
  while (built.root->next(batch, context)) {
    if (!built.returns) continue;
    std::int64_t bytes = 0;
    for (std::size_t row = 0; row < batch.size; ++row) {
      for (const query::Slot slot : built.slots) {
        result.cells.push_back(batch.value(slot, row));
        bytes += static_cast<std::int64_t>(sizeof(Value) + query::heap_size(result.cells.back()));
      }
    }
    result.row_count += batch.size;
    context.limits.charge(bytes);
  }
}

}  // namespace

Engine::Engine(Graph& graph, Store* store) : impl_(new Impl{graph, store, {}, {}}) {
  for (Procedure& procedure : builtin_procedures()) add_procedure(std::move(procedure));
}

Engine::~Engine() = default;
Engine::Engine(Engine&&) noexcept = default;
Engine& Engine::operator=(Engine&&) noexcept = default;

void Engine::add_procedure(Procedure procedure) {
  std::string key = query::lower_case(procedure.name);
  impl_->procedures.insert_or_assign(std::move(key), std::move(procedure));
}

std::vector<const Procedure*> Engine::procedures() const {
  std::vector<const Procedure*> result;
  for (const auto& [key, procedure] : impl_->procedures) result.push_back(&procedure);
  return result;
}

const Graph& Engine::graph() const {
  return impl_->graph;
}

const Store* Engine::store() const {
  return impl_->store;
}

void Engine::check(std::string_view text, const Map& parameters) const {
  const ast::Statement statement = parse(text);
  Context context(impl_->graph, impl_->store, parameters, {});
  Environment environment{context, impl_->procedures, false, changes_graph(statement.query)};
  build(environment, statement);
}

Result Engine::run(std::string_view text, const Map& parameters, const QueryOptions& options) {
  const ast::Statement statement = parse(text);
  const bool writes = changes_graph(statement.query);
  if (writes && options.read_only) {
    throw QueryError("SemanticError", "ReadOnly", QueryError::Phase::compile_time,
                     "this statement changes the graph, which is open for reading only");
  }
  Context context(impl_->graph, impl_->store, parameters, options);
  context.profile = statement.mode == ast::Statement::Mode::profile;
  context.writes = writes;
  Environment environment{context, impl_->procedures, options.naive, writes};
  if (!writes) environment.facts = &impl_->facts;
  environment.runs = statement.mode != ast::Statement::Mode::explain;
  BuiltQuery built = build(environment, statement);
  Result result;
  result.columns = built.columns;
  if (statement.mode == ast::Statement::Mode::explain) {
    result.plan = built.root->describe();
    return result;
  }
  if (writes) {
    impl_->graph.begin();
    try {
      collect(built, environment.layout, context, result);
      context.limits.check();
    } catch (...) {
      impl_->graph.rollback();
      throw;
    }
    const std::vector<Change> changes = impl_->graph.commit();
    if (impl_->store && !changes.empty()) impl_->store->append(changes, impl_->graph);
  } else {
    collect(built, environment.layout, context, result);
  }
  result.statistics = context.statistics;
  if (context.profile) {
    result.plan = built.root->describe();
    result.profiled = true;
  }
  return result;
}

}  // namespace attest
