package org.reskontra.dunning.calculations;

/** Examples for the API document; a test asks for the one and expects the other. */
public final class CalculationExamples {

    public static final String REQUEST = """
            {
              "country": "SE",
              "debtorKind": "BUSINESS",
              "principal": {"minor": 1000000, "currency": "SEK"},
              "dueDate": "2025-01-31",
              "until": "2025-04-01",
              "principalChanges": [{"on": "2025-03-02", "amount": {"minor": -366959, "currency": "SEK"}}]
            }""";

    public static final String ANSWER = """
            {
              "interest": {"minor": 14764, "currency": "SEK"},
              "stretches": [
                {"from": "2025-02-01", "to": "2025-03-02", "days": 30,
                 "principal": {"minor": 1000000, "currency": "SEK"}, "rate": "0.11", "interest": "9041.095890410959"},
                {"from": "2025-03-03", "to": "2025-04-01", "days": 30,
                 "principal": {"minor": 633041, "currency": "SEK"}, "rate": "0.11", "interest": "5723.384383561644"}
              ],
              "pack": "SE-2026.3+1f0c5a7d",
              "tree": {"ruleId": "SE-ROUND", "source": "1975:635", "step": "DIVIDE_AND_ROUND",
                       "inputs": {"unitsPerYear": "365", "rounding": "HALF_UP"}, "counts": "MINOR_UNITS",
                       "amount": "14764", "parts": []}
            }""";

    /** A consumer with whom no day was agreed, and who was warned of interest on 1 April. */
    public static final String DEMAND_REQUEST = """
            {
              "country": "SE",
              "debtorKind": "CONSUMER",
              "principal": {"minor": 800000, "currency": "SEK"},
              "demand": {"sentOn": "2025-04-01", "warnedOfInterest": true},
              "until": "2025-05-31"
            }""";

    public static final String DEMAND_ANSWER = """
            {
              "interest": {"minor": 7233, "currency": "SEK"},
              "start": {"after": "2025-05-01", "ruleId": "SE-INT-3"},
              "stretches": [
                {"from": "2025-05-02", "to": "2025-05-31", "days": 30,
                 "principal": {"minor": 800000, "currency": "SEK"}, "rate": "0.11", "interest": "7232.876712328767"}
              ],
              "pack": "SE-2026.3+1f0c5a7d",
              "tree": {"ruleId": "SE-ROUND", "source": "1975:635", "step": "DIVIDE_AND_ROUND",
                       "inputs": {"unitsPerYear": "365", "rounding": "HALF_UP"}, "counts": "MINOR_UNITS",
                       "amount": "7233", "parts": []}
            }""";

    /** A reminder, a second one, a demand and a plan to a business that owes the late compensation as well. */
    public static final String COSTS_REQUEST = """
            {
              "country": "SE",
              "debtorKind": "BUSINESS",
              "principal": {"minor": 1000000, "currency": "SEK"},
              "dueDate": "2025-01-31",
              "costsAgreed": true,
              "compensationClaimed": true,
              "steps": [
                {"cost": "REMINDER", "on": "2025-02-10"},
                {"cost": "REMINDER", "on": "2025-02-20"},
                {"cost": "COLLECTION_DEMAND", "on": "2025-03-03"},
                {"cost": "INSTALMENT_PLAN", "on": "2025-03-20", "instalments": 6}
              ]
            }""";

    public static final String COSTS = """
            {
              "steps": [
                {"cost": "REMINDER", "on": "2025-02-10", "allowed": {"minor": 6000, "currency": "SEK"},
                 "reason": "LIMITED", "ruleId": "SE-FEE-1", "source": "Act 1981:739 ss. 2 and 4, SFS 2013:56",
                 "text": "limited to what one such measure may cost (60.00 SEK by Act 1981:739 ss. 2 and 4, SFS 2013:56)"}
              ],
              "compensation": {"amount": {"minor": 45000, "currency": "SEK"}, "reason": "WITHIN_LIMIT",
                               "ruleId": "SE-FEE-5", "source": "Act 1981:739 s. 4 a, SFS 2013:56"},
              "costs": {"minor": 47000, "currency": "SEK"},
              "absorbed": {"minor": 45000, "currency": "SEK"},
              "total": {"minor": 47000, "currency": "SEK"},
              "needsReview": [],
              "pack": "SE-2026.3+1f0c5a7d",
              "tree": {"ruleId": "collection-costs", "source": "all measures for one debt", "step": "HIGHEST",
                       "inputs": {}, "counts": "MINOR_UNITS", "amount": "47000", "parts": []}
            }""";

    /** What a consumer pays goes to costs, then to interest, then to the principal. */
    public static final String ALLOCATION_REQUEST = """
            {
              "country": "SE",
              "debtorKind": "CONSUMER",
              "claims": [
                {"reference": "1001", "dueDate": "2025-01-31",
                 "owed": {"costs": {"minor": 24000, "currency": "SEK"}, "interest": {"minor": 9041, "currency": "SEK"},
                          "principal": {"minor": 1000000, "currency": "SEK"}}}
              ],
              "payment": {"minor": 400000, "currency": "SEK"}
            }""";

    public static final String ALLOCATION = """
            {
              "claims": [
                {"reference": "1001",
                 "covered": {"costs": {"minor": 24000, "currency": "SEK"}, "interest": {"minor": 9041, "currency": "SEK"},
                             "principal": {"minor": 366959, "currency": "SEK"}},
                 "rest": {"costs": {"minor": 0, "currency": "SEK"}, "interest": {"minor": 0, "currency": "SEK"},
                          "principal": {"minor": 633041, "currency": "SEK"}}}
              ],
              "shares": [
                {"reference": "1001", "part": "COSTS", "amount": {"minor": 24000, "currency": "SEK"}},
                {"reference": "1001", "part": "INTEREST", "amount": {"minor": 9041, "currency": "SEK"}},
                {"reference": "1001", "part": "PRINCIPAL", "amount": {"minor": 366959, "currency": "SEK"}}
              ],
              "excess": {"minor": 0, "currency": "SEK"},
              "rules": [],
              "pack": "SE-2026.3+1f0c5a7d",
              "tree": {"ruleId": "SE-PAY-1", "source": "Commercial Code ch. 9 s. 5", "step": "SUBTRACT",
                       "inputs": {}, "counts": "MINOR_UNITS", "amount": "0", "parts": []}
            }""";

    public static final String RULES = """
            {
              "country": "SE",
              "pack": "SE-2026.3+1f0c5a7d",
              "rules": [
                {"rule": "SE-INT-1", "fact": "late-interest.margin", "subject": "late-interest",
                 "about": "Late interest is the reference rate of each day plus this.",
                 "debtors": ["CONSUMER", "BUSINESS", "PUBLIC_BODY"], "unit": "percentage points", "value": "8",
                 "from": "2002-07-01", "source": "Interest Act (1975:635) s. 6, SFS 2002:352", "confidence": "certain"}
              ]
            }""";

    public static final String PAGE = """
            # Rules of Sweden (SE)

            Pack `SE-2026.3+1f0c5a7d`, amounts in SEK. Invoices are taken in under this law.
            """;

    private CalculationExamples() {}
}
