package org.reskontra.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdsTest {

    @Test
    void ids_are_version_7_and_strictly_ascending() {
        var ids = Stream.generate(Ids::next).limit(100_000).toList();
        for (int i = 1; i < ids.size(); i++) {
            assertTrue(ids.get(i - 1).toString().compareTo(ids.get(i).toString()) < 0);
        }
        ids.forEach(id -> {
            assertEquals(7, id.version());
            assertEquals(2, id.variant());
        });
    }
}
