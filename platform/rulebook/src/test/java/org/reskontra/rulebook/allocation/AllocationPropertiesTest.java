package org.reskontra.rulebook.allocation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reskontra.contracts.Country;
import org.reskontra.contracts.DebtorKind;
import org.reskontra.contracts.Money;
import org.reskontra.contracts.Outstanding;
import org.reskontra.rulebook.ClaimPart;
import org.reskontra.rulebook.RulePack;
import org.reskontra.rulebook.Rulebook;
import org.reskontra.rulebook.explain.TraceCheck;

/** What holds for any payment of any claims. The seed is in the name of the test. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AllocationPropertiesTest {

    private static final List<RulePack> PACKS = List.of("SE", "FI", "NO", "DK").stream()
            .map(code -> Rulebook.standard().pack(new Country(code)))
            .toList();
    private static final int PAYMENTS = 5_000; // for each of two seeds

    /** Somebody of some country pays some claims. */
    private record Case(RulePack pack, DebtorKind debtor, List<OpenClaim> claims, Money amount, Designation named) {

        AllocatedPayment paid() {
            return PaymentAllocation.allocate(pack, debtor, claims, amount, named);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {41, 2071})
    void no_money_is_lost_or_made_and_no_part_is_negative(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < PAYMENTS; i++) {
            var any = anyCase(random);
            var paid = any.paid();
            var covered = paid.excess();
            for (var claim : paid.claims()) {
                covered = covered.plus(claim.allocation().total());
                assertFalse(claim.rest().principal().isNegative(), any::toString);
                assertFalse(claim.rest().interest().isNegative(), any::toString);
                assertFalse(claim.rest().costs().isNegative(), any::toString);
            }
            assertEquals(any.amount(), covered, any::toString);
            for (int c = 0; c < any.claims().size(); c++) {
                var claim = paid.claims().get(c);
                assertEquals(
                        any.claims().get(c).owed().total(),
                        claim.allocation().total().plus(claim.rest().total()));
            }
            for (var share : paid.shares()) {
                assertFalse(share.amount().isNegative(), any::toString);
            }
            assertFalse(paid.excess().isNegative(), any::toString);
            assertTrue(
                    paid.excess().isZero()
                            || paid.claims().stream().allMatch(c -> c.rest().isSettled()),
                    any::toString);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {42, 2072})
    void nothing_is_covered_before_all_that_goes_before_it_is_covered_in_full(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < PAYMENTS; i++) {
            var any = anyCase(random);
            var paid = any.paid();
            var fellShort = false;
            for (var share : paid.shares()) {
                assertFalse(fellShort && share.amount().isPositive(), any::toString);
                fellShort |= share.amount().compareTo(owed(any, share)) < 0;
            }
            assertEquals(
                    any.claims().size() * ClaimPart.values().length,
                    paid.shares().size(),
                    any::toString);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {43, 2073})
    void every_tree_gives_its_amount_again(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < PAYMENTS; i++) {
            var paid = anyCase(random).paid();
            for (var share : paid.shares()) {
                assertEquals(
                        share.amount().minor(),
                        TraceCheck.recompute(share.trace()).longValueExact());
            }
            assertEquals(
                    paid.excess().minor(), TraceCheck.recompute(paid.trace()).longValueExact());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {44, 2074})
    void one_claim_is_divided_alike_with_and_without_an_explanation(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < PAYMENTS; i++) {
            var any = anyCase(random);
            var claim = any.claims().getFirst();
            var plain = PaymentAllocation.allocate(any.pack(), any.debtor(), claim.owed(), any.amount());
            var explained = PaymentAllocation.allocate(
                    any.pack(), any.debtor(), List.of(claim), any.amount(), new Designation.None());
            assertEquals(plain.allocation(), explained.claims().getFirst().allocation(), any::toString);
            assertEquals(plain.rest(), explained.claims().getFirst().rest(), any::toString);
            assertEquals(plain.excess(), explained.excess(), any::toString);
        }
    }

    private static Money owed(Case any, Share share) {
        var owed = any.claims().stream()
                .filter(claim -> claim.reference().equals(share.reference()))
                .findFirst()
                .orElseThrow()
                .owed();
        return switch (share.part()) {
            case COSTS -> owed.costs();
            case INTEREST -> owed.interest();
            case PRINCIPAL -> owed.principal();
        };
    }

    private static Case anyCase(Random random) {
        var pack = PACKS.get(random.nextInt(PACKS.size()));
        var claims = new ArrayList<OpenClaim>();
        for (int i = 1 + random.nextInt(5); i > 0; i--) {
            claims.add(new OpenClaim(
                    "claim " + i,
                    LocalDate.of(2025, 1, 1).plusDays(random.nextInt(4)),
                    Outstanding.of(some(random, pack), some(random, pack), some(random, pack))));
        }
        var named = claims.get(random.nextInt(claims.size())).reference();
        var part = ClaimPart.values()[random.nextInt(3)];
        var designation = switch (random.nextInt(4)) {
            case 0 -> new Designation.None();
            case 1 -> new Designation.OfClaim(named);
            case 2 -> new Designation.OfPart(part);
            default -> new Designation.OfClaimAndPart(named, part);
        };
        var debtor = DebtorKind.values()[random.nextInt(3)];
        var most = random.nextBoolean() ? 20 : 1;
        return new Case(
                pack, debtor, claims, new Money(most * some(random, pack).minor(), pack.currency()), designation);
    }

    private static Money some(Random random, RulePack pack) {
        return new Money(random.nextInt(4) == 0 ? 0 : random.nextInt(100_000), pack.currency());
    }
}
