package org.reskontra.benchmarks;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.reskontra.localstack.services.Service;

/** One kind of work, measured. */
public interface Case {

    /** The lines of the table that it fills, by which it is asked for. */
    List<String> names();

    /** The services that run meanwhile. Cases that want the same ones share a platform. */
    Set<Service> services();

    List<Figure> measure(Stand stand);

    /** Where a page of its own is written, below {@code docs/benchmarks}; such a case runs only when it is asked for. */
    default Optional<String> page() {
        return Optional.empty();
    }
}
