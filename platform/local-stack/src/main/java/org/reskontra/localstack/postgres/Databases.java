package org.reskontra.localstack.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Creates what a service expects to find on a server, as far as it isn't there yet. */
public final class Databases {

    private Databases() {}

    public static void prepare(PostgresAddress server, ServiceDatabase database) {
        try (Connection admin = connect(server, "postgres")) {
            role(admin, database.owner());
            role(admin, database.app());
            if (!exists(admin, "select 1 from pg_database where datname = ?", database.name())) {
                // An administrator that isn't a superuser may only give a database to a role that it can become.
                run(admin, "grant " + database.owner() + " to current_user");
                run(admin, "create database " + database.name() + " owner " + database.owner() + " encoding 'UTF8'");
            }
            run(admin, "revoke all on database " + database.name() + " from public");
            run(admin, "grant connect on database " + database.name() + " to " + database.app());
        } catch (SQLException e) {
            throw new IllegalStateException("cannot prepare the database " + database.name() + " on " + server, e);
        }
        try (Connection admin = connect(server, database.name())) {
            run(admin, "alter schema public owner to " + database.owner());
            run(admin, "revoke all on schema public from public");
            run(admin, "grant usage on schema public to " + database.app());
        } catch (SQLException e) {
            throw new IllegalStateException("cannot prepare the schema of " + database.name() + " on " + server, e);
        }
    }

    private static Connection connect(PostgresAddress server, String database) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(database), server.administrator(), server.password());
    }

    private static void role(Connection admin, String name) throws SQLException {
        if (!exists(admin, "select 1 from pg_roles where rolname = ?", name)) {
            run(
                    admin,
                    "create role " + name + " login nosuperuser nobypassrls nocreatedb nocreaterole password '" + name
                            + "'");
        }
    }

    private static boolean exists(Connection admin, String query, String name) throws SQLException {
        try (PreparedStatement statement = admin.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void run(Connection admin, String sql) throws SQLException {
        try (Statement statement = admin.createStatement()) {
            statement.execute(sql);
        }
    }
}
