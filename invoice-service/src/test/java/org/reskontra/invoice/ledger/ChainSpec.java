package org.reskontra.invoice.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reskontra.invoice.ledger.Chain.Break;
import org.reskontra.invoice.ledger.Chain.Checked;
import org.reskontra.invoice.ledger.Chain.End;
import org.reskontra.invoice.ledger.Chain.Fault;
import org.reskontra.invoice.ledger.Chain.Linked;
import org.reskontra.invoice.ledger.Chain.Unlinked;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ChainSpec {

    private static final int LENGTH = 6;

    private final List<Unlinked> postings = IntStream.rangeClosed(1, LENGTH)
            .mapToObj(i -> new Unlinked(new UUID(0, i), content(i)))
            .toList();

    @Test
    void a_seal_is_the_hash_that_anybody_can_compute() {
        // printf '3:abc-2:\xc3\xa5' | sha256sum
        assertEquals(
                "3b597e9d28e74ed04634f8ca7c976c538ab907cc8ffb2283230d4b6b696f2c16",
                Seal.of(Arrays.asList("abc", null, "å")).hex());
        // the 32 bytes of each, one after the other
        assertEquals(
                "d938bb3e7b163a8784d630e36caf6dae5f2418606ce7101d6e0af5a6435abf28",
                Seal.of(Arrays.asList("abc", null, "å")).after(Seal.NONE).hex());
        assertThrows(IllegalArgumentException.class, () -> new Seal("abc"));
    }

    @Test
    void fields_cannot_run_into_each_other() {
        assertNotEquals(Seal.of(List.of("ab", "c")), Seal.of(List.of("a", "bc")));
        assertNotEquals(Seal.of(Arrays.asList("a", null)), Seal.of(List.of("a", "")));
        assertNotEquals(Seal.of(Arrays.asList("a", null)), Seal.of(List.of("a-")));
    }

    @Test
    void a_chain_grows_in_batches_as_it_would_at_once() {
        var atOnce = Chain.extend(End.NONE, postings);
        var first = Chain.extend(End.NONE, postings.subList(0, 2));
        var end = new End(2, first.getLast().seal());
        assertEquals(atOnce.subList(2, LENGTH), Chain.extend(end, postings.subList(2, LENGTH)));
        assertEquals(new Checked(end, null), Chain.check(End.NONE, books().subList(0, 2)));
        assertEquals(
                new Checked(new End(LENGTH, atOnce.getLast().seal()), null),
                Chain.check(end, books().subList(2, LENGTH)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4})
    void whatever_is_changed_taken_away_or_moved_is_named(int at) {
        var whole = books();
        var posting = new UUID(0, at + 1);

        var changed = new ArrayList<>(whole);
        changed.set(at, new Linked(whole.get(at).link(), content(99)));
        assertEquals(new Break(Fault.CHANGED, at + 1, posting), broken(changed));

        var gone = new ArrayList<>(whole);
        gone.set(at, new Linked(whole.get(at).link(), null));
        assertEquals(new Break(Fault.POSTING_MISSING, at + 1, posting), broken(gone));

        var unlinked = new ArrayList<>(whole);
        unlinked.remove(at);
        assertEquals(new Break(Fault.LINK_MISSING, at + 1, null), broken(unlinked));

        var moved = new ArrayList<>(whole);
        moved.set(at, inPlaceOf(whole.get(at), whole.get(at + 1)));
        moved.set(at + 1, inPlaceOf(whole.get(at + 1), whole.get(at)));
        assertEquals(new Break(Fault.REORDERED, at + 1, new UUID(0, at + 2)), broken(moved));
    }

    @Test
    void an_untouched_chain_is_whole() {
        assertNull(broken(books()));
    }

    private static Break broken(List<Linked> links) {
        return Chain.check(End.NONE, links).broken();
    }

    /** Somebody who knows how to hash puts another posting there. */
    private static Linked inPlaceOf(Linked place, Linked other) {
        var link = place.link();
        return new Linked(
                new Chain.Link(
                        link.position(), other.link().posting(), other.link().content(), link.seal()),
                other.found());
    }

    private List<Linked> books() {
        return Chain.extend(End.NONE, postings).stream()
                .map(link -> new Linked(link, link.content()))
                .toList();
    }

    private static Seal content(int number) {
        return Seal.of(List.of("posting " + number));
    }
}
