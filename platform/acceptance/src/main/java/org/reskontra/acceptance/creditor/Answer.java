package org.reskontra.acceptance.creditor;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a service answered.
 *
 * @param body an empty object when there was none
 */
public record Answer(int status, JsonNode body) {

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }
}
