RETURN 0x1F AS hex, 0o17 AS octal, .5 AS half, 'it\'s \u00e9' AS text, [1, 'a'] AS list, {k: [true]} AS map
