package org.reskontra.dunning.calculations;

/** Examples for the API document; a test asks for the one and expects the other. */
final class CalculationExamples {

    static final String REQUEST = """
            {
              "country": "SE",
              "debtorKind": "BUSINESS",
              "principal": {"minor": 1000000, "currency": "SEK"},
              "dueDate": "2025-01-31",
              "until": "2025-04-01",
              "principalChanges": [{"on": "2025-03-02", "amount": {"minor": -366959, "currency": "SEK"}}]
            }""";

    static final String ANSWER = """
            {
              "interest": {"minor": 14764, "currency": "SEK"},
              "stretches": [
                {"from": "2025-02-01", "to": "2025-03-02", "days": 30,
                 "principal": {"minor": 1000000, "currency": "SEK"}, "rate": "0.11", "interest": "9041.095890410959"},
                {"from": "2025-03-03", "to": "2025-04-01", "days": 30,
                 "principal": {"minor": 633041, "currency": "SEK"}, "rate": "0.11", "interest": "5723.384383561644"}
              ],
              "pack": "SE-2026.2+1f0c5a7d",
              "tree": {"ruleId": "SE-ROUND", "source": "1975:635", "step": "DIVIDE_AND_ROUND",
                       "inputs": {"unitsPerYear": "365", "rounding": "HALF_UP"}, "counts": "MINOR_UNITS",
                       "amount": "14764", "parts": []}
            }""";

    private CalculationExamples() {}
}
