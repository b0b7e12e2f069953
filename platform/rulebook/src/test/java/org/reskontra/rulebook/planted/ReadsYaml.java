package org.reskontra.rulebook.planted;

import org.snakeyaml.engine.v2.api.LoadSettings;

/** Planted: a second place that knows the YAML reader. */
public final class ReadsYaml {

    private ReadsYaml() {}

    public static LoadSettings settings() {
        return LoadSettings.builder().build();
    }
}
