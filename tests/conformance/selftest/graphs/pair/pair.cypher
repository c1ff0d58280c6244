CREATE (:Left {n: 1})-[:JOINS {w: 0.5}]->(:Right:Both {n: 2})
