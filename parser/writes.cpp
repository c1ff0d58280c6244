#include "writes.hpp"

#include <algorithm>

namespace attest {
namespace {

bool query_writes(const ast::Query& query);

bool clause_writes(const ast::Clause& clause) {
  if (const auto* call = clause.as<ast::CallSubquery>()) return query_writes(*call->query);
  return clause.as<ast::Create>() || clause.as<ast::Merge>() || clause.as<ast::Set>() ||
         clause.as<ast::Remove>() || clause.as<ast::Delete>() || clause.as<ast::Foreach>();
}

bool part_writes(const ast::SingleQuery& query) {
  return std::any_of(query.clauses.begin(), query.clauses.end(), clause_writes);
}

bool query_writes(const ast::Query& query) {
  return part_writes(query.first) || std::any_of(query.rest.begin(), query.rest.end(),
                                                 [](const auto& part) { return part_writes(part.query); });
}

}  // namespace

bool writes(const ast::Statement& statement) {
  return statement.mode != ast::Statement::Mode::explain && query_writes(statement.query);
}

}  // namespace attest
