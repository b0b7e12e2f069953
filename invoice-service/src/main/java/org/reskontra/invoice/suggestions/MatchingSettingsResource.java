package org.reskontra.invoice.suggestions;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.reskontra.invoice.matching.ReferenceCheck;
import org.reskontra.invoice.matching.Threshold;
import org.reskontra.invoice.suggestions.MatchingSettings.Setting;
import org.reskontra.kit.db.Transactions;
import org.reskontra.kit.rest.Caller;
import org.reskontra.kit.rest.Problem;
import org.reskontra.kit.rest.Roles;

/** What a tenant lets us match by ourselves. */
@Path("/v1/matching-settings")
@Tag(name = "Payments")
public class MatchingSettingsResource {

    private final MatchingSettings settings;
    private final Transactions transactions;
    private final Caller caller;

    MatchingSettingsResource(MatchingSettings settings, Transactions transactions, Caller caller) {
        this.settings = settings;
        this.transactions = transactions;
        this.caller = caller;
    }

    @Schema(name = "MatchingSettings")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Settings(
            @NotNull
            @Schema(
                    description = "What a text in the field for references must be to be taken for one; SOFT at first:"
                            + " any text is looked for. RF references are right wherever their check digits are")
            ReferenceCheck.Kind referenceCheck,

            @Nullable @Size(max = 2) @Schema(description = "For OCR_FIXED_LENGTHS: one or two, 2 to 25 digits")
            List<@NotNull Integer> referenceLengths,

            @Nullable
            @Min(Threshold.LEAST_BOOK_FROM)
            @Max(1000)
            @Schema(description = "The least score that is booked without a person; left out: none is, as at first")
            Integer bookFrom,

            @NotNull
            @Min(Threshold.LEAST_DISTANCE)
            @Max(1000)
            @Schema(description = "How far the next best suggestion has to be behind one that is booked; 150 at first")
            Integer distance) {

        static Settings of(Setting setting) {
            var check = setting.check();
            return new Settings(
                    check.kind(),
                    check.lengths().isEmpty() ? null : List.copyOf(new TreeSet<>(check.lengths())),
                    setting.threshold().bookFrom(),
                    setting.threshold().distance());
        }

        Setting setting() {
            return new Setting(check(), new Threshold(bookFrom, distance));
        }

        private ReferenceCheck check() {
            try {
                return new ReferenceCheck(
                        referenceCheck, referenceLengths == null ? Set.of() : new TreeSet<>(referenceLengths));
            } catch (IllegalArgumentException e) {
                throw Problem.invalid(
                        "/referenceLengths",
                        "lengths",
                        "OCR_FIXED_LENGTHS has one or two lengths of 2 to 25 digits, the other checks have none.");
            }
        }
    }

    @GET
    @RolesAllowed({Roles.INTEGRATOR, Roles.CLERK, Roles.AUDITOR})
    @Operation(operationId = "getMatchingSettings", summary = "How references are checked, and what is booked by score")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Settings.class),
                            examples = @ExampleObject(name = "settings", value = Examples.SETTINGS)))
    public Uni<Settings> get() {
        return transactions.reading(caller.tenant(), tx -> settings.get(tx).map(Settings::of));
    }

    @PUT
    @RolesAllowed(Roles.CLERK)
    @Operation(
            operationId = "putMatchingSettings",
            summary = "Say how references are checked, and what is booked by score",
            description = "Holds for files whose entries are not in yet. What is on the work list stays there.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "settings", value = Examples.SETTINGS)))
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Settings.class),
                            examples = @ExampleObject(name = "settings", value = Examples.SETTINGS)))
    public Uni<Settings> put(@Valid @NotNull Settings body) {
        var setting = body.setting();
        return transactions.in(
                caller.tenant(), tx -> settings.put(tx, setting).replaceWith(() -> Settings.of(setting)));
    }
}
