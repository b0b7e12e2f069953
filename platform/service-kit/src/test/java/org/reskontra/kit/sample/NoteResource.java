package org.reskontra.kit.sample;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.InvoiceId;
import org.reskontra.contracts.Money;
import org.reskontra.kit.db.Transactions;
import org.reskontra.kit.rest.Answer;
import org.reskontra.kit.rest.Caller;
import org.reskontra.kit.rest.Commands;
import org.reskontra.kit.rest.Cursor;
import org.reskontra.kit.rest.Etags;
import org.reskontra.kit.rest.Page;
import org.reskontra.kit.rest.Problem;
import org.reskontra.kit.rest.Roles;

@Path("/v1/notes")
public class NoteResource {

    private final Commands commands;
    private final Transactions transactions;
    private final Caller caller;
    private final Notes notes;

    NoteResource(Commands commands, Transactions transactions, Caller caller, Notes notes) {
        this.commands = commands;
        this.transactions = transactions;
        this.caller = caller;
        this.notes = notes;
    }

    public record Line(@NotBlank String text, @Nullable Money price) {}

    public record NewNote(@NotBlank String text, List<@Valid @NotNull Line> lines) {}

    public record Note(UUID id, String text) {}

    @POST
    @RolesAllowed(Roles.INTEGRATOR)
    public Uni<Response> write(@Valid @NotNull NewNote note) {
        return commands.post(note, tx -> {
            var id = notes.newId();
            return notes.write(tx, id, note.text(), false).map(written -> {
                if (note.text().startsWith("forbidden")) {
                    throw Problem.refused("forbidden-word", "A forbidden word", "Find another word.");
                }
                return Answer.created("/v1/notes/" + id, new Note(id, note.text()), 1L);
            });
        });
    }

    @GET
    @RolesAllowed({Roles.INTEGRATOR, Roles.AUDITOR})
    public Uni<Page<String>> list(@QueryParam("limit") Integer limit, @QueryParam("after") String after) {
        int size = Cursor.limit(limit);
        var from = Cursor.decode(after).map(Cursor::sortKey).orElse("");
        return transactions.reading(
                caller.tenant(),
                tx -> notes.all(tx)
                        .map(all -> Page.of(
                                all.stream()
                                        .filter(text -> text.compareTo(from) > 0)
                                        .limit(size + 1L)
                                        .toList(),
                                size,
                                text -> new Cursor(text, new UUID(0, 0)),
                                text -> text)));
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed(Roles.INTEGRATOR)
    public Uni<Response> change(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, NewNote note) {
        if (note.text().equals("gone")) {
            throw Problem.notFound("note", new InvoiceId(id));
        }
        Etags.requireMatch(ifMatch, 7);
        return Uni.createFrom().item(Etags.ok(note, 8));
    }
}
