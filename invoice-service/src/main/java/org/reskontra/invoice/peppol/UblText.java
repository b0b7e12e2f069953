package org.reskontra.invoice.peppol;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Locale;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.reskontra.contracts.Country;
import org.reskontra.contracts.Money;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** What the texts of a UBL document stand for. Every method throws {@link Unreadable} for what stands for nothing. */
final class UblText {

    private static final int MOST_DECIMALS = 12;

    private UblText() {}

    /** No document type declaration is let in, so nothing outside the document is read and nothing expands. */
    static Document parsed(byte[] xml) {
        try {
            var factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            return builder.parse(new ByteArrayInputStream(xml));
        } catch (SAXException e) {
            throw new Unreadable("not-xml", "the document cannot be read as XML: " + e.getMessage());
        } catch (ParserConfigurationException | IOException e) {
            throw new IllegalStateException("the XML parser of the JDK is not as expected", e);
        }
    }

    static BigDecimal decimal(String text) {
        try {
            var decimal = new BigDecimal(text);
            if (Math.abs((long) decimal.scale()) <= MOST_DECIMALS && decimal.precision() <= 2 * MOST_DECIMALS) {
                return decimal;
            }
        } catch (NumberFormatException e) {
            // told below, with numbers that are too long
        }
        throw new Unreadable("unreadable-value", "'" + text + "' is not a number");
    }

    static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new Unreadable("unreadable-value", "'" + text + "' is not a date");
        }
    }

    static Currency currency(String code) {
        try {
            var currency = Currency.getInstance(code);
            Money.zero(currency);
            return currency;
        } catch (IllegalArgumentException e) {
            throw new Unreadable("unreadable-value", "'" + code + "' is not an ISO 4217 currency");
        }
    }

    static Country country(String code) {
        try {
            return new Country(code.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new Unreadable("unreadable-value", "'" + code + "' is not an ISO 3166-1 country");
        }
    }

    static String needed(Node node, String term, String... path) {
        return node.text(path)
                .orElseThrow(() -> new Unreadable(
                        "missing-value", "the invoice has no " + String.join("/", path) + " (" + term + ")"));
    }
}
