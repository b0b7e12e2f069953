package org.reskontra.dunning.calculations;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.reskontra.contracts.Country;
import org.reskontra.kit.rest.Problem;
import org.reskontra.kit.rest.Roles;
import org.reskontra.rulebook.NoSuchPack;
import org.reskontra.rulebook.RulePack;
import org.reskontra.rulebook.Rulebook;
import org.reskontra.rulebook.pages.RuleView;
import org.reskontra.rulebook.pages.RulesPage;

/** The law that every figure rests on, to be read. */
@Path("/v1/rules")
@Tag(name = "Rules")
@RolesAllowed({Roles.INTEGRATOR, Roles.CLERK, Roles.OPERATOR, Roles.AUDITOR})
public class RulesResource {

    private static final String MARKDOWN = "text/markdown;charset=UTF-8";
    private static final int LETTERS_OF_A_COUNTRY = 2;

    @Schema(name = "Rules")
    record Rules(
            Country country,

            @Schema(description = "The rule pack, with its content hash")
            String pack,

            List<RuleView> rules) {}

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "listRules",
            summary = "What the law of a country says on a day",
            description = "A value that nobody has read is left out of its rule: a person must look.")
    @APIResponse(
            responseCode = "200",
            description = "One entry for each fact that says something of that day",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Rules.class),
                            examples = @ExampleObject(name = "Sweden", value = CalculationExamples.RULES)))
    @APIResponse(responseCode = "404", description = "No law for that country")
    public Rules list(
            @NotNull @QueryParam("country") @Parameter(example = "SE") String country,
            @NotNull @QueryParam("on") @Parameter(example = "2025-03-11") String on) {
        var pack = pack(country(country));
        return new Rules(pack.country(), pack.id(), RuleView.on(pack, day(on)));
    }

    @GET
    @Path("/{id: [A-Z]{2}-.+}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "getRule", summary = "Everything a rule has said, from its first day on")
    @APIResponse(
            responseCode = "200",
            description = "One entry for each fact and period of the rule",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Rules.class),
                            examples = @ExampleObject(name = "SE-INT-1", value = CalculationExamples.RULES)))
    @APIResponse(responseCode = "404", description = "No such rule")
    public Rules rule(@PathParam("id") @Parameter(example = "SE-INT-1") String id) {
        var pack = pack(country(id.substring(0, LETTERS_OF_A_COUNTRY)));
        var views = RuleView.ofRule(pack, id);
        if (views.isEmpty()) {
            throw Problem.notFound("rule-not-found", "No such rule", "The law of " + pack.country() + " has no " + id);
        }
        return new Rules(pack.country(), pack.id(), views);
    }

    @GET
    @Path("/{country: [A-Za-z]{2}}")
    @Produces(MARKDOWN)
    @Operation(operationId = "readRules", summary = "The whole law of a country as a page")
    @APIResponse(
            responseCode = "200",
            description = "Markdown: a section for each subject, a table for each rule, unknown values in bold",
            content =
                    @Content(
                            mediaType = MARKDOWN,
                            schema = @Schema(implementation = String.class),
                            examples = @ExampleObject(name = "beginning", value = CalculationExamples.PAGE)))
    @APIResponse(responseCode = "404", description = "No law for that country")
    public String page(@PathParam("country") @Parameter(example = "se") String country) {
        return RulesPage.markdown(pack(country(country)));
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException _) {
            throw Problem.invalid("on", "unreadable-value", "A day is written as 2025-03-11.");
        }
    }

    private static Country country(String code) {
        try {
            return new Country(code.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException _) {
            throw noLaw(code);
        }
    }

    private static RulePack pack(Country country) {
        try {
            return Rulebook.standard().pack(country);
        } catch (NoSuchPack _) {
            throw noLaw(country.code());
        }
    }

    private static Problem noLaw(String country) {
        return Problem.notFound("no-law", "No law for this country", "There is no law of " + country + " here.");
    }
}
