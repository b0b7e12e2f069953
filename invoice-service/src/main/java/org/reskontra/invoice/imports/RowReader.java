package org.reskontra.invoice.imports;

import static java.util.Objects.requireNonNullElse;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.ContactCard.PostalAddress;
import org.reskontra.contracts.Country;
import org.reskontra.contracts.DebtorKind;
import org.reskontra.contracts.InterestTerms;
import org.reskontra.contracts.Money;
import org.reskontra.invoice.invoicing.InvoiceDraft;
import org.reskontra.invoice.invoicing.Line;
import org.reskontra.invoice.register.CustomerForm;

/** Reads one row of a table as an invoice. */
public final class RowReader {

    private static final int MOST_DIGITS = 18;
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z]+)}");

    private final ColumnMapping mapping;
    private final Map<String, String> row;
    private final Country tenantCountry;
    private final Currency tenantCurrency;

    private RowReader(ColumnMapping mapping, Map<String, String> row, Country tenantCountry, Currency tenantCurrency) {
        this.mapping = mapping;
        this.row = row;
        this.tenantCountry = tenantCountry;
        this.tenantCurrency = tenantCurrency;
    }

    /**
     * Reads a row.
     *
     * @param row value by column header; an empty value is as good as none
     * @param country where neither the file nor the mapping names one
     * @param currency likewise
     */
    public static Imported read(ColumnMapping mapping, Map<String, String> row, Country country, Currency currency) {
        try {
            return new RowReader(mapping, row, country, currency).invoice();
        } catch (Unreadable e) {
            return e.rejected;
        }
    }

    private Imported invoice() {
        var currency = value(Field.CURRENCY).map(RowReader::currency).orElse(tenantCurrency);
        var customer = customer();
        var line = new Line(
                value(Field.DESCRIPTION)
                        .orElseGet(() ->
                                value(Field.NUMBER).map("Invoice "::concat).orElse("Invoice")),
                BigDecimal.ONE,
                amount(currency),
                BigDecimal.ONE,
                Money.zero(currency),
                value(Field.VAT_RATE).map(text -> decimal(Field.VAT_RATE, text)).orElse(BigDecimal.ZERO));
        return new Imported.Invoice(
                customer,
                new InvoiceDraft(
                        value(Field.NUMBER),
                        date(Field.ISSUE_DATE),
                        date(Field.DUE_DATE),
                        currency,
                        List.of(line),
                        mapping.prices(),
                        Money.zero(currency),
                        Optional.empty(),
                        value(Field.CONTRACT_RATE)
                                .map(text -> new InterestTerms(decimal(Field.CONTRACT_RATE, text)))
                                .orElse(InterestTerms.STATUTORY),
                        value(Field.REMINDER_FEE_AGREED)
                                .map(text -> truth(Field.REMINDER_FEE_AGREED, text))
                                .orElse(false),
                        value(Field.PAYMENT_REFERENCE)));
    }

    private CustomerForm customer() {
        var number = value(Field.CUSTOMER_NUMBER);
        var identityNumber = value(Field.IDENTITY_NUMBER);
        if (number.isEmpty() && identityNumber.isEmpty()) {
            throw new Unreadable("missing-value", "the row does not say which customer it is for");
        }
        var country = value(Field.COUNTRY).map(RowReader::country).orElse(tenantCountry);
        return new CustomerForm(
                number.orElse(null),
                value(Field.CUSTOMER_KIND).map(RowReader::kind).orElse(DebtorKind.BUSINESS),
                country,
                identityNumber.orElse(null),
                value(Field.CUSTOMER_NAME).or(() -> number).orElse("Customer"),
                null,
                value(Field.EMAIL).map(List::of).orElse(List.of()),
                List.of(),
                address(country),
                value(Field.LANGUAGE).orElse(country.equals(Country.SE) ? "sv" : "en"));
    }

    private @Nullable PostalAddress address(Country country) {
        var street = value(Field.STREET);
        var postcode = value(Field.POSTCODE);
        var town = value(Field.TOWN);
        return street.isPresent() && postcode.isPresent() && town.isPresent()
                ? new PostalAddress(street.get(), postcode.get(), town.get(), country.code())
                : null;
    }

    private Money amount(Currency currency) {
        var text = needed(Field.AMOUNT);
        try {
            return Money.ofMajor(decimal(Field.AMOUNT, text), currency, RoundingMode.UNNECESSARY);
        } catch (ArithmeticException e) {
            throw new Unreadable("unreadable-value", "amount '" + text + "' has more decimals than " + currency);
        }
    }

    private LocalDate date(Field field) {
        var text = needed(field);
        return mapping.date(text)
                .orElseThrow(() -> new Unreadable(
                        "unreadable-value",
                        field.written() + " '" + text + "' is not a date written as " + mapping.dates()));
    }

    private BigDecimal decimal(Field field, String text) {
        var plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (sign == mapping.decimalSign()) {
                plain.append('.');
            } else if ((sign >= '0' && sign <= '9') || sign == '-') {
                plain.append(sign);
            } else if (mapping.grouping().indexOf(sign) < 0) {
                throw new Unreadable("unreadable-value", field.written() + " '" + text + "' is not a number");
            }
        }
        try {
            var decimal = new BigDecimal(plain.toString());
            if (decimal.precision() <= MOST_DIGITS) {
                return decimal;
            }
        } catch (NumberFormatException e) {
            // told below, with every other text that is no number
        }
        throw new Unreadable("unreadable-value", field.written() + " '" + text + "' is not a number");
    }

    private String needed(Field field) {
        return value(field).orElseThrow(() -> new Unreadable("missing-value", "the row has no " + field.written()));
    }

    private Optional<String> value(Field field) {
        return written(field)
                .or(() -> Optional.ofNullable(mapping.defaults().get(field))
                        .map(this::filledIn)
                        .filter(text -> !text.isBlank()));
    }

    private Optional<String> written(Field field) {
        return Optional.ofNullable(mapping.columns().get(field))
                .map(column -> requireNonNullElse(row.get(column), "").strip())
                .filter(text -> !text.isEmpty());
    }

    private String filledIn(String template) {
        return PLACEHOLDER
                .matcher(template)
                .replaceAll(found -> Matcher.quoteReplacement(
                        Field.of(found.group(1)).flatMap(this::written).orElse("")));
    }

    private static Currency currency(String code) {
        try {
            var currency = Currency.getInstance(code);
            Money.zero(currency);
            return currency;
        } catch (IllegalArgumentException e) {
            throw new Unreadable("unreadable-value", "'" + code + "' is not an ISO 4217 currency");
        }
    }

    private static Country country(String code) {
        try {
            return new Country(code);
        } catch (IllegalArgumentException e) {
            throw new Unreadable("unreadable-value", "'" + code + "' is not an ISO 3166-1 country");
        }
    }

    private static DebtorKind kind(String name) {
        return Arrays.stream(DebtorKind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Unreadable(
                        "unreadable-value", "'" + name + "' is not one of " + Arrays.toString(DebtorKind.values())));
    }

    private static boolean truth(Field field, String text) {
        return switch (text) {
            case "true", "yes", "1" -> true;
            case "false", "no", "0" -> false;
            default -> throw new Unreadable("unreadable-value", field.written() + " '" + text + "' is not yes or no");
        };
    }

    /** Leaves the row; never leaves this class. */
    private static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Imported.Rejected rejected;

        Unreadable(String code, String reason) {
            super(reason, null, false, false);
            this.rejected = new Imported.Rejected(code, reason);
        }
    }
}
