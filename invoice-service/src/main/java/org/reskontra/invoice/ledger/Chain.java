package org.reskontra.invoice.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Links of sealed postings: whoever changes, takes away or moves one breaks the chain there. */
public final class Chain {

    private Chain() {}

    /**
     * Where a chain ends.
     *
     * @param position of its last link; 0 for none
     */
    public record End(long position, Seal seal) {

        public static final End NONE = new End(0, Seal.NONE);
    }

    /** A posting whose turn it is. */
    public record Unlinked(UUID posting, Seal content) {}

    public record Link(long position, UUID posting, Seal content, Seal seal) {}

    /**
     * A link and the posting it names.
     *
     * @param found what is in the books now; null where the posting is gone
     */
    public record Linked(Link link, @Nullable Seal found) {}

    public enum Fault {
        /** A link is gone. */
        LINK_MISSING,
        /** A posting is gone. */
        POSTING_MISSING,
        /** A posting, or an entry of it, is not what it was. */
        CHANGED,
        /** A link stands in another's place. */
        REORDERED,
        /** A posting stands among the linked ones and is not linked. */
        SLIPPED_IN
    }

    /** The first place where the books are not what they were. */
    public record Break(
            Fault fault, long position, @Nullable UUID posting) {}

    /** Links postings behind the end of a chain, in their order. */
    public static List<Link> extend(End end, List<Unlinked> postings) {
        var links = new ArrayList<Link>();
        var last = end;
        for (var next : postings) {
            last = new End(last.position() + 1, next.content().after(last.seal()));
            links.add(new Link(last.position(), next.posting(), next.content(), last.seal()));
        }
        return links;
    }

    /**
     * How far links are sound.
     *
     * @param through the last sound one
     * @param broken what comes next; null where all are sound
     */
    public record Checked(End through, @Nullable Break broken) {}

    /** Looks at links that should follow an end, up to the first break. */
    public static Checked check(End end, List<Linked> links) {
        var last = end;
        for (var one : links) {
            var fault = fault(last, one);
            if (fault != null) {
                boolean gone = fault == Fault.LINK_MISSING;
                return new Checked(
                        last,
                        new Break(
                                fault,
                                last.position() + 1,
                                gone ? null : one.link().posting()));
            }
            last = new End(one.link().position(), one.link().seal());
        }
        return new Checked(last, null);
    }

    private static @Nullable Fault fault(End last, Linked one) {
        var link = one.link();
        if (link.position() != last.position() + 1) {
            return Fault.LINK_MISSING;
        }
        if (one.found() == null) {
            return Fault.POSTING_MISSING;
        }
        if (!one.found().equals(link.content())) {
            return Fault.CHANGED;
        }
        return link.seal().equals(link.content().after(last.seal())) ? null : Fault.REORDERED;
    }
}
