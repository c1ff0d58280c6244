Feature: What the runner must notice

  Background:
    Given any graph

  Scenario: Rows in order
    When executing query:
      """
      UNWIND [2, 1, 3] AS n RETURN n ORDER BY n
      """
    Then the result should be, in order:
      | n |
      | 2 |
      | 1 |
      | 3 |
    And no side effects

  Scenario: Rows in any order, duplicates counted
    When executing query:
      """
      UNWIND [2, 1, 2] AS n RETURN n
      """
    Then the result should be, in any order:
      | n |
      | 1 |
      | 2 |

  Scenario: Integers are no floats
    When executing query:
      """
      RETURN 1 AS i, 1.0 AS f, 'it\'s' AS s, null AS z, [1, 'a'] AS l, {b: 2, a: [true]} AS m
      """
    Then the result should be, in any order:
      | i | f   | s       | z    | l        | m                   |
      | 1 | 1   | 'it\'s' | null | [1, 'a'] | {a: [true], b: 2} |

  Scenario: Element order of lists may be ignored
    When executing query:
      """
      RETURN [3, 1, 2] AS l
      """
    Then the result should be (ignoring element order for lists):
      | l         |
      | [1, 2, 2] |

  Scenario: Nodes, relationships and paths of a named graph
    Given the pair graph
    When executing query:
      """
      MATCH p = (a:Left)-[r]->(b) RETURN a, r, b, p
      """
    Then the result should be, in any order:
      | a              | r                  | b                      | p                                                             |
      | (:Left {n: 1}) | [:JOINS {w: 0.5}] | (:Both:Right {n: 2}) | <(:Left {n: 1})-[:JOINS {w: 0.5}]->(:Right {n: 2})> |

  Scenario: No rows
    When executing query:
      """
      MATCH (n:Absent) RETURN count(n) AS n
      """
    Then the result should be empty

  Scenario: Side effects
    Given having executed:
      """
      CREATE (:Old {a: 1, b: 2})
      """
    When executing query:
      """
      MATCH (n:Old) SET n.a = 3 REMOVE n.b CREATE (n)-[:T]->(:New)
      """
    Then the result should be empty
    And the side effects should be:
      | +nodes         | 1 |
      | +relationships | 1 |
      | +labels        | 1 |
      | +properties    | 1 |
      | -properties    | 1 |

  Scenario: A control query sees the effect
    When executing query:
      """
      CREATE (:A {x: 1})
      """
    Then the result should be empty
    And the side effects should be:
      | +nodes      | 1 |
      | +labels     | 1 |
      | +properties | 1 |
    When executing control query:
      """
      MATCH (a:A) RETURN a.x AS x
      """
    Then the result should be, in any order:
      | x |
      | 2 |

  Scenario: Parameters
    Given parameters are:
      | x | [1, {k: 'v'}] |
    When executing query:
      """
      RETURN $x AS x
      """
    Then the result should be, in any order:
      | x             |
      | [1, {k: 'w'}] |

  Scenario: A test procedure
    Given there exists a procedure self.test(in :: INTEGER?) :: (out :: STRING?):
      | in | out |
      | 1  | 'a' |
      | 2  | 'b' |
    When executing query:
      """
      CALL self.test(2) YIELD out RETURN out
      """
    Then the result should be, in any order:
      | out |
      | 'a' |

  Scenario Outline: Examples fill placeholders
    When executing query:
      """
      RETURN <value> AS v
      """
    Then the result should be, in any order:
      | v       |
      | <shown> |

    Examples:
      | value  | shown |
      | 1 + 1  | 3     |
      | 'a\|b' | 'a'   |

  Scenario: The type of an error
    When executing query:
      """
      RETURN missing
      """
    Then a SyntaxError should be raised at compile time: VariableAlreadyBound

  Scenario: Any detail and any time
    When executing query:
      """
      RETURN [1]['a'] AS x
      """
    Then a SyntaxError should be raised at any time: *

  Scenario: The phase of an error
    When executing query:
      """
      RETURN missing
      """
    Then a SyntaxError should be raised at runtime: UndefinedVariable

  Scenario: An error that does not come
    When executing query:
      """
      RETURN 1 AS x
      """
    Then a SyntaxError should be raised at compile time: UndefinedVariable

  Scenario: An error that is not expected
    When executing query:
      """
      RETURN missing
      """
    Then the result should be empty

  Scenario: An error after which nothing is checked
    When executing query:
      """
      RETURN missing
      """

  Scenario: Other columns
    When executing query:
      """
      RETURN 1 AS x
      """
    Then the result should be, in any order:
      | y |
      | 1 |

  Scenario: A side effect that is not expected
    When executing query:
      """
      CREATE ()
      """
    Then the result should be empty
    And no side effects

  Scenario: A step nobody knows
    When executing query:
      """
      RETURN 1 AS x
      """
    Then the moon should be full
