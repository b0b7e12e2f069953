package org.reskontra.rulebook;

import java.util.List;

/** A pack in which every shape of a value stands once, and that no new rate changes. */
public final class SmallPack {

    private static final PackFile HEAD = new PackFile("packs/se/pack.yaml", """
                    country: SE
                    version: 2026.1
                    currency: SEK
                    inUse: yes
                    subjects: [reference-rate, collection-costs, allocation]
                    """);

    private static final List<PackFile> FILES = List.of(
            new PackFile("packs/se/reference-rate.yaml", """
                            country: SE
                            subject: reference-rate
                            facts:
                              - fact: reference-rate.yearly
                                rule: SE-INT-10
                                about: The rate that late interest is counted from.
                                cases: [G1, G3]
                                unit: percent
                                periods:
                                  - { from: 2025-01-01, to: 2025-06-30, value: 3.0, source: "notice 1 | page 2", confidence: certain }
                                  - { from: 2025-07-01, to: 2025-12-31, value: -0.5, source: "notice 2", confidence: likely }
                                  - { from: 2026-01-01, to: 2026-06-30, value: unknown, source: "notice not read", confidence: unsure }
                            """),
            new PackFile("packs/se/collection-costs.yaml", """
                            country: SE
                            subject: collection-costs
                            facts:
                              - fact: collection-costs.reminder.maximum
                                rule: SE-FEE-1
                                debtors: [PUBLIC_BODY, BUSINESS]
                                about: A written reminder.
                                untested: an example
                                unit: SEK by principal
                                periods:
                                  - { from: 2020-01-01, value: [{ upTo: 1000, is: 60 }, { upTo: 5000, is: unknown }, { is: 100 }], source: "an act", confidence: certain }
                              - fact: collection-costs.reminder.must-be-agreed
                                rule: SE-FEE-1
                                about: The debtor must have agreed.
                                untested: an example
                                unit: yes or no
                                value: yes
                                source: "an act"
                                confidence: certain
                            """),
            new PackFile("packs/se/allocation.yaml", """
                            country: SE
                            subject: allocation
                            facts:
                              - fact: allocation.order
                                rule: SE-PAY-1
                                debtors: [CONSUMER]
                                about: The order in which a payment covers a claim.
                                cases: [G18]
                                unit: order
                                value: [COSTS, INTEREST, PRINCIPAL]
                                source: "practice"
                                confidence: convention
                            """));

    public static final RulePack PACK = with(List.of());

    private SmallPack() {}

    /** With what an operator adds. */
    static RulePack with(List<PackFile> local) {
        return PackReader.read(HEAD, FILES, local);
    }
}
