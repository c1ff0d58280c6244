Feature: Errors

  Scenario Outline: At compile time
    When executing query:
      """
      <query>
      """
    Then a SyntaxError should be raised at compile time: <detail>
    And no side effects

    Examples:
      | query                                        | detail                         |
      | RETURN nothing                               | UndefinedVariable              |
      | MATCH (a) MATCH (a)-[a]->() RETURN a         | VariableTypeConflict           |
      | MATCH (a) CREATE (a:B)                       | VariableAlreadyBound           |
      | MATCH (n) RETURN count(count(n))             | NestedAggregation              |
      | MATCH (n) WHERE count(n) > 1 RETURN n        | InvalidAggregation             |
      | MATCH (n) RETURN n.x + count(n)              | AmbiguousAggregationExpression |
      | MATCH (n) WITH n.x RETURN 1                  | NoExpressionAlias              |
      | RETURN 1 AS a, 2 AS a                        | ColumnNameConflict             |
      | RETURN 1 AS a UNION RETURN 2 AS b            | DifferentColumnsInUnion        |
      | RETURN absent(1)                             | UnknownFunction                |
      | RETURN size()                                | InvalidNumberOfArguments       |
      | MATCH (n) RETURN n LIMIT -1                  | NegativeIntegerArgument        |
      | MATCH (n) RETURN n SKIP n.x                  | NonConstantExpression          |
      | MATCH (n) RETURN n LIMIT 1.5                 | InvalidArgumentType            |
      | CREATE (a)-[:T]-(b)                          | RequiresDirectedRelationship   |
      | CREATE ()-->()                               | NoSingleRelationshipType       |
      | CREATE ()-[:T*2]->()                         | CreatingVarLength              |
      | MATCH (n $p) RETURN n                        | InvalidParameterUse            |
      | MATCH (n) RETURN (n)-->()                    | UnexpectedSyntax               |
      | RETURN 9223372036854775808                   | IntegerOverflow                |
      | RETURN 1e999                                 | FloatingPointOverflow          |
      | RETURN 12abc                                 | InvalidNumberLiteral           |
      | RETURN '\\uXYZ'                              | InvalidUnicodeLiteral          |
      | RETURN 1 — 1                                 | InvalidUnicodeCharacter        |
      | MATCH (n) DELETE n:A                         | InvalidDelete                  |
      | MATCH ()-[r]->()-[r]->() RETURN r            | RelationshipUniquenessViolation |

  Scenario: A parameter that is missing
    When executing query:
      """
      RETURN $absent
      """
    Then a ParameterMissing should be raised at any time: MissingParameter

  Scenario: A procedure that is missing
    When executing query:
      """
      CALL no.such.thing()
      """
    Then a ProcedureError should be raised at compile time: ProcedureNotFound
