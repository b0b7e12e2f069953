package org.reskontra.localstack.postgres;

/**
 * One service's database and its two roles, whose passwords in local runs are their names.
 *
 * @param name letters, digits and underscores
 */
public record ServiceDatabase(String name) {

    public ServiceDatabase {
        if (!name.matches("[a-z][a-z0-9_]{0,40}")) {
            throw new IllegalArgumentException("not a database name: " + name);
        }
    }

    /** Owns the database and its tables; migrations run as this role. */
    public String owner() {
        return name + "_owner";
    }

    /** What the service works as; row-level security holds for it. */
    public String app() {
        return name + "_app";
    }
}
