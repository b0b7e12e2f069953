package org.reskontra.localstack;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Form fields, as in a query or in a body of type application/x-www-form-urlencoded. */
public final class Form {

    private Form() {}

    /** The fields by name; of a name that comes twice the last. The map may be changed. */
    public static Map<String, String> parse(@Nullable String text) {
        Map<String, String> fields = new HashMap<>();
        if (text == null) {
            return fields;
        }
        for (String field : text.split("&", -1)) {
            int equals = field.indexOf('=');
            if (equals > 0) {
                fields.put(decode(field.substring(0, equals)), decode(field.substring(equals + 1)));
            }
        }
        return fields;
    }

    public static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
