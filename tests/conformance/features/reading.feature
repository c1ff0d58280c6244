Feature: Reading clauses

  Background:
    Given having executed:
      """
      CREATE (a:Town {name: 'Arle', people: 300}), (b:Town:Port {name: 'Bost', people: 900}),
             (c:Port {name: 'Cove'}), (a)-[:ROAD {km: 4}]->(b), (b)-[:ROAD {km: 7}]->(c),
             (c)-[:SEA]->(a), (b)-[:SEA]->(b)
      """

  Scenario: A node pattern with labels and properties
    When executing query:
      """
      MATCH (t:Town:Port {people: 900}) RETURN t
      """
    Then the result should be, in any order:
      | t                                         |
      | (:Port:Town {name: 'Bost', people: 900}) |
    And no side effects

  Scenario Outline: Directions and types
    When executing query:
      """
      MATCH (a {name: 'Bost'})<pattern>(b) RETURN b.name AS name
      """
    Then the result should be, in any order:
      | name   |
      | <name> |
    And no side effects

    Examples:
      | pattern      | name   |
      | -[:ROAD]->   | 'Cove' |
      | <-[:ROAD]-   | 'Arle' |
      | -[{km: 4}]-  | 'Arle' |
      | -[:SEA]->    | 'Bost' |
      | -[:SEA]-     | 'Bost' |

  Scenario: A relationship is used once in a pattern
    When executing query:
      """
      MATCH (a {name: 'Arle'})-[:ROAD]-(b)-[:ROAD]-(c) RETURN c.name AS name
      """
    Then the result should be, in any order:
      | name   |
      | 'Cove' |

  Scenario: Variable length and its list
    When executing query:
      """
      MATCH ({name: 'Arle'})-[road:ROAD*0..2]->(end) RETURN end.name AS name, road
      """
    Then the result should be, in any order:
      | name   | road                             |
      | 'Arle' | []                               |
      | 'Bost' | [[:ROAD {km: 4}]]               |
      | 'Cove' | [[:ROAD {km: 4}], [:ROAD {km: 7}]] |

  Scenario: A path is a value
    When executing query:
      """
      MATCH p = (:Town {name: 'Bost'})<-[:ROAD]-(:Town) RETURN p, length(p) AS n
      """
    Then the result should be, in any order:
      | p                                                                                                        | n |
      | <(:Town:Port {name: 'Bost', people: 900})<-[:ROAD {km: 4}]-(:Town {name: 'Arle', people: 300})> | 1 |

  Scenario: What does not fit is kept by OPTIONAL MATCH
    When executing query:
      """
      MATCH (p:Port) OPTIONAL MATCH (p)-[r:ROAD]->(q) RETURN p.name AS p, r.km AS km, q.name AS q
      """
    Then the result should be, in any order:
      | p      | km   | q      |
      | 'Bost' | 7    | 'Cove' |
      | 'Cove' | null | null   |

  Scenario: Grouping, filtering groups, sorting
    When executing query:
      """
      MATCH (a)-[r]->() WITH a, count(r) AS ways WHERE ways > 1 RETURN a.name AS name, ways ORDER BY name
      """
    Then the result should be, in order:
      | name   | ways |
      | 'Bost' | 2    |

  Scenario: Aggregates skip nulls
    When executing query:
      """
      MATCH (n) RETURN count(*) AS rows, count(n.people) AS known, sum(n.people) AS sum, avg(n.people) AS mean
      """
    Then the result should be, in any order:
      | rows | known | sum  | mean  |
      | 3    | 2     | 1200 | 600.0 |

  Scenario: Aggregates of no rows
    When executing query:
      """
      MATCH (n:Absent) RETURN count(n) AS n, sum(n.x) AS s, min(n.x) AS m, collect(n.x) AS l
      """
    Then the result should be, in any order:
      | n | s | m    | l  |
      | 0 | 0 | null | [] |

  Scenario: Sorting puts null last and numbers before
    When executing query:
      """
      UNWIND [null, 2, 'b', 1.5, true, 'a'] AS v RETURN v ORDER BY v
      """
    Then the result should be, in order:
      | v    |
      | 'a'  |
      | 'b'  |
      | true |
      | 1.5  |
      | 2    |
      | null |

  Scenario: Skipping and limiting
    When executing query:
      """
      UNWIND range(1, 10) AS n RETURN n ORDER BY n DESC SKIP 2 LIMIT 3
      """
    Then the result should be, in order:
      | n |
      | 8 |
      | 7 |
      | 6 |

  Scenario: UNION drops duplicates
    When executing query:
      """
      UNWIND [1, 2] AS n RETURN n UNION UNWIND [2, 3] AS n RETURN n
      """
    Then the result should be, in any order:
      | n |
      | 1 |
      | 2 |
      | 3 |

  Scenario: A list from a pattern
    When executing query:
      """
      MATCH (n {name: 'Bost'}) RETURN [(n)-->(m) WHERE m <> n | m.name] AS names
      """
    Then the result should be (ignoring element order for lists):
      | names    |
      | ['Cove'] |

  Scenario: An existential subquery
    When executing query:
      """
      MATCH (n) WHERE EXISTS { (n)-[:SEA]->(m) WHERE m = n } RETURN n.name AS name
      """
    Then the result should be, in any order:
      | name   |
      | 'Bost' |
