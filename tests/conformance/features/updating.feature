Feature: Updating clauses

  Scenario: Creating a path creates what is new
    Given having executed:
      """
      CREATE (:A {x: 1})
      """
    When executing query:
      """
      MATCH (a:A) CREATE (a)-[:T {y: 2}]->(b:B) RETURN b
      """
    Then the result should be, in any order:
      | b    |
      | (:B) |
    And the side effects should be:
      | +nodes         | 1 |
      | +relationships | 1 |
      | +labels        | 1 |
      | +properties    | 1 |

  Scenario: Merging finds or creates
    When executing query:
      """
      UNWIND [1, 1, 2] AS x MERGE (n:N {x: x}) ON CREATE SET n.made = true ON MATCH SET n.found = true
      RETURN n.x AS x, n.found AS found
      """
    Then the result should be, in any order:
      | x | found |
      | 1 | true  |
      | 1 | true  |
      | 2 | null  |
    And the side effects should be:
      | +nodes      | 2 |
      | +labels     | 1 |
      | +properties | 5 |

  Scenario: Setting properties and labels
    Given having executed:
      """
      CREATE (:A {x: 1, y: 2})
      """
    When executing query:
      """
      MATCH (a:A) SET a.x = null, a += {z: 3}, a:B RETURN a
      """
    Then the result should be, in any order:
      | a                     |
      | (:A:B {y: 2, z: 3}) |
    And the side effects should be:
      | +labels     | 1 |
      | +properties | 1 |
      | -properties | 1 |

  Scenario: Removing
    Given having executed:
      """
      CREATE (:A:B {x: 1})
      """
    When executing query:
      """
      MATCH (a:A) REMOVE a:B, a.x RETURN a
      """
    Then the result should be, in any order:
      | a    |
      | (:A) |
    And the side effects should be:
      | -labels     | 1 |
      | -properties | 1 |

  Scenario: A connected node is not deleted
    Given having executed:
      """
      CREATE (:A)-[:T]->(:B)
      """
    When executing query:
      """
      MATCH (a:A) DELETE a
      """
    Then a ConstraintVerificationFailed should be raised at runtime: DeleteConnectedNode
    And no side effects

  Scenario: Detaching
    Given having executed:
      """
      CREATE (:A)-[:T]->(:B)
      """
    When executing query:
      """
      MATCH (a:A) DETACH DELETE a
      """
    Then the result should be empty
    And the side effects should be:
      | -nodes         | 1 |
      | -relationships | 1 |
      | -labels        | 1 |

  Scenario: A failing statement leaves no trace
    When executing query:
      """
      CREATE (n:A {x: 1}) WITH n UNWIND [1, 'a'] AS v CREATE (:B {v: v % 1})
      """
    Then a TypeError should be raised at any time: *
    And no side effects

  Scenario: For each element
    When executing query:
      """
      FOREACH (x IN [1, 2, 3] | CREATE (:N {x: x}))
      """
    Then the result should be empty
    And the side effects should be:
      | +nodes      | 3 |
      | +labels     | 1 |
      | +properties | 3 |
