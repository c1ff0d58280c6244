CALL db.labels() YIELD label WHERE label STARTS WITH 'P' RETURN label
