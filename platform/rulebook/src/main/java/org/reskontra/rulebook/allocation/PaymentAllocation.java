package org.reskontra.rulebook.allocation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.reskontra.contracts.Allocation;
import org.reskontra.contracts.DebtorKind;
import org.reskontra.contracts.Money;
import org.reskontra.contracts.Outstanding;
import org.reskontra.rulebook.AllocationFacts;
import org.reskontra.rulebook.ClaimPart;
import org.reskontra.rulebook.FactKey;
import org.reskontra.rulebook.Nameable;
import org.reskontra.rulebook.Rule;
import org.reskontra.rulebook.RulePack;
import org.reskontra.rulebook.allocation.AllocatedPayment.AppliedRule;
import org.reskontra.rulebook.explain.Trace;
import org.reskontra.rulebook.explain.Trace.Counts;
import org.reskontra.rulebook.explain.Trace.Step;

/**
 * Divides a payment over claims and their parts: first as the debtor has said, then the oldest claim first, and in each
 * claim the parts in the order of the country and of the kind of debtor (in Sweden: Commercial Code ch. 9 s. 5, costs
 * first by practice).
 */
public final class PaymentAllocation {

    private PaymentAllocation() {}

    /**
     * Covers the parts of one claim in the order of the pack, each in full before the next.
     *
     * @param owed no part negative
     * @param amount of the payment; not negative
     * @throws IllegalArgumentException for a negative amount or part, or when the currencies differ
     */
    public static Allocated allocate(RulePack pack, DebtorKind debtor, Outstanding owed, Money amount) {
        requirePayment(amount);
        var covered = new EnumMap<ClaimPart, Money>(ClaimPart.class);
        var left = amount;
        for (var part : rule(pack, AllocationFacts.ORDER, debtor).value()) {
            var share = left.min(notNegative(owedOn(owed, part)));
            covered.put(part, share);
            left = left.minus(share);
        }
        var allocation = allocation(covered, amount);
        return new Allocated(allocation, rest(owed, allocation), left);
    }

    /**
     * Covers several claims, each part in full before the next, and says why.
     *
     * <p>What the debtor has named comes first; of a named claim the rest follows before the other claims. A word of the
     * debtor that the law gives no effect is left aside.
     *
     * @param claims of one debtor; at least one, with different references
     * @param amount of the payment; not negative
     * @throws IllegalArgumentException for no claim, two of one reference, a named claim that is not among them, a
     *     negative amount or part, or when the currencies differ
     */
    public static AllocatedPayment allocate(
            RulePack pack, DebtorKind debtor, List<OpenClaim> claims, Money amount, Designation designation) {
        requirePayment(amount);
        requireClaims(claims, amount, designation);
        var order = rule(pack, AllocationFacts.ORDER, debtor);
        var shares = new ArrayList<Share>();
        var owedBefore = new ArrayList<Trace>();
        for (var cell : cells(pack, debtor, claims, designation)) {
            var share = share(order, amount, owedBefore, cell);
            shares.add(share);
            owedBefore.add(owed(order, cell));
        }
        var excess = excess(order, amount, shares);
        return new AllocatedPayment(
                shares,
                claims.stream().map(claim -> covered(claim, shares, amount)).toList(),
                money(excess, amount),
                excess,
                rules(pack, debtor, designation),
                pack.id());
    }

    /** One part of one claim. */
    private record Cell(OpenClaim claim, ClaimPart part) {

        Money owed() {
            return notNegative(owedOn(claim.owed(), part));
        }
    }

    /** Every part of every claim, in the order in which they are covered. */
    private static List<Cell> cells(RulePack pack, DebtorKind debtor, List<OpenClaim> claims, Designation designation) {
        var named = effective(pack, debtor, designation);
        var cells = new ArrayList<Cell>();
        for (var claim : oldestFirst(pack, debtor, claims)) {
            for (var part : rule(pack, AllocationFacts.ORDER, debtor).value()) {
                cells.add(new Cell(claim, part));
            }
        }
        cells.sort(Comparator.comparingInt(cell -> rank(named, cell))); // stable: the order of law stays
        return cells;
    }

    private static int rank(Designation named, Cell cell) {
        var reference = cell.claim().reference();
        return switch (named) {
            case Designation.None _ -> 0;
            case Designation.OfClaim(var claim) -> reference.equals(claim) ? 0 : 1;
            case Designation.OfPart(var part) -> cell.part() == part ? 0 : 1;
            case Designation.OfClaimAndPart(var claim, var part) ->
                !reference.equals(claim) ? 2 : cell.part() == part ? 0 : 1;
        };
    }

    private static List<OpenClaim> oldestFirst(RulePack pack, DebtorKind debtor, List<OpenClaim> claims) {
        return switch (rule(pack, AllocationFacts.CLAIM_ORDER, debtor).value()) {
            case OLDEST_FIRST ->
                claims.stream().sorted(Comparator.comparing(OpenClaim::dueDate)).toList();
        };
    }

    /** As much of the debtor's word as the law gives effect. */
    private static Designation effective(RulePack pack, DebtorKind debtor, Designation designation) {
        var may = rule(pack, AllocationFacts.DEBTOR_MAY_NAME, debtor).value();
        boolean claim = may.contains(Nameable.CLAIM);
        boolean part = may.contains(Nameable.PART);
        return switch (designation) {
            case Designation.None none -> none;
            case Designation.OfClaim named -> claim ? named : new Designation.None();
            case Designation.OfPart named -> part ? named : new Designation.None();
            case Designation.OfClaimAndPart both -> {
                if (claim && part) {
                    yield both;
                }
                yield claim ? new Designation.OfClaim(both.reference()) : new Designation.None();
            }
        };
    }

    private static List<AppliedRule> rules(RulePack pack, DebtorKind debtor, Designation designation) {
        var applied = new ArrayList<AppliedRule>();
        if (!(effective(pack, debtor, designation) instanceof Designation.None)) {
            var word = rule(pack, AllocationFacts.DEBTOR_MAY_NAME, debtor);
            applied.add(new AppliedRule(word.ruleId(), word.source(), "what the debtor named comes first"));
        }
        var claims = rule(pack, AllocationFacts.CLAIM_ORDER, debtor);
        applied.add(new AppliedRule(
                claims.ruleId(),
                claims.source(),
                AllocationFacts.CLAIM_ORDER.unit().write(claims.value())));
        var parts = rule(pack, AllocationFacts.ORDER, debtor);
        applied.add(new AppliedRule(
                parts.ruleId(), parts.source(), AllocationFacts.ORDER.unit().write(parts.value())));
        return applied;
    }

    /** The lower of what was left and what was owed; what was left is the payment less all that was owed before it. */
    private static Share share(Rule<?> order, Money amount, List<Trace> owedBefore, Cell cell) {
        var parts = new ArrayList<Trace>();
        parts.add(paid(order, amount));
        parts.addAll(owedBefore);
        var nothing = Trace.take(order.ruleId(), "nothing", Money.zero(amount.currency()));
        var left = node(order, Step.HIGHEST, List.of(node(order, Step.SUBTRACT, parts), nothing));
        var trace = node(order, Step.LOWEST, List.of(left, owed(order, cell)));
        return new Share(cell.claim().reference(), cell.part(), money(trace, amount), trace);
    }

    private static Trace excess(Rule<?> order, Money amount, List<Share> shares) {
        var parts = new ArrayList<Trace>();
        parts.add(paid(order, amount));
        shares.forEach(share -> parts.add(share.trace()));
        return node(order, Step.SUBTRACT, parts);
    }

    private static Trace paid(Rule<?> order, Money amount) {
        return Trace.take(order.ruleId(), "the payment", amount);
    }

    private static Trace owed(Rule<?> order, Cell cell) {
        var source = cell.part().name().toLowerCase(Locale.ROOT) + " of "
                + cell.claim().reference();
        return Trace.take(order.ruleId(), source, cell.owed());
    }

    private static Trace node(Rule<?> order, Step step, List<Trace> parts) {
        return Trace.combined(order.ruleId(), order.source(), step, Counts.MINOR_UNITS, parts);
    }

    private static CoveredClaim covered(OpenClaim claim, List<Share> shares, Money amount) {
        var covered = new EnumMap<ClaimPart, Money>(ClaimPart.class);
        for (var share : shares) {
            if (share.reference().equals(claim.reference())) {
                covered.put(share.part(), share.amount());
            }
        }
        var allocation = allocation(covered, amount);
        return new CoveredClaim(claim.reference(), allocation, rest(claim.owed(), allocation));
    }

    private static Allocation allocation(Map<ClaimPart, Money> covered, Money amount) {
        var nothing = Money.zero(amount.currency());
        return new Allocation(
                covered.getOrDefault(ClaimPart.COSTS, nothing),
                covered.getOrDefault(ClaimPart.INTEREST, nothing),
                covered.getOrDefault(ClaimPart.PRINCIPAL, nothing));
    }

    private static Outstanding rest(Outstanding owed, Allocation allocation) {
        return Outstanding.of(
                owed.principal().minus(allocation.principal()),
                owed.interest().minus(allocation.interest()),
                owed.costs().minus(allocation.costs()));
    }

    private static Money money(Trace trace, Money payment) {
        return new Money(trace.amount().longValueExact(), payment.currency());
    }

    private static <T> Rule<T> rule(RulePack pack, FactKey<T> key, DebtorKind debtor) {
        return pack.convention(key, debtor).orElseThrow(() -> new IllegalStateException(pack.id() + " lacks " + key));
    }

    private static Money owedOn(Outstanding owed, ClaimPart part) {
        return switch (part) {
            case COSTS -> owed.costs();
            case INTEREST -> owed.interest();
            case PRINCIPAL -> owed.principal();
        };
    }

    private static void requirePayment(Money amount) {
        if (amount.isNegative()) {
            throw new IllegalArgumentException("a payment cannot be negative: " + amount);
        }
    }

    private static void requireClaims(List<OpenClaim> claims, Money amount, Designation designation) {
        var references = new HashSet<String>();
        for (var claim : claims) {
            if (!references.add(claim.reference())) {
                throw new IllegalArgumentException("two claims are called " + claim.reference());
            }
            if (!claim.owed().total().currency().equals(amount.currency())) {
                throw new IllegalArgumentException(
                        amount + " cannot pay " + claim.owed().total());
            }
        }
        if (claims.isEmpty()) {
            throw new IllegalArgumentException("there is no claim to pay");
        }
        named(designation).filter(reference -> !references.contains(reference)).ifPresent(reference -> {
            throw new IllegalArgumentException("there is no claim " + reference);
        });
    }

    private static Optional<String> named(Designation designation) {
        return switch (designation) {
            case Designation.None _ -> Optional.empty();
            case Designation.OfPart _ -> Optional.empty();
            case Designation.OfClaim(var reference) -> Optional.of(reference);
            case Designation.OfClaimAndPart(var reference, var _) -> Optional.of(reference);
        };
    }

    private static Money notNegative(Money part) {
        if (part.isNegative()) {
            throw new IllegalArgumentException("no part of a claim can be negative: " + part);
        }
        return part;
    }
}
