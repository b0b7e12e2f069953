package org.reskontra.contracts.planted;

import com.fasterxml.jackson.databind.JsonNode;

/** What contracts must never do; proves that the architecture rule can fail. */
public record ImportsJackson(JsonNode payload) {}
