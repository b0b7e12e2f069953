package org.reskontra.invoice.inquiries;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.reskontra.invoice.statements.Written;
import org.reskontra.invoice.statements.Written.Named;
import org.reskontra.rulebook.explain.Language;

/** A statement on sheets of A4, with a font of its own in it. Lengths are points, from the lower left corner. */
final class StatementPdf implements AutoCloseable {

    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final float LEFT = 57;
    private static final float RIGHT = PDRectangle.A4.getWidth() - LEFT;
    private static final float TOP = PDRectangle.A4.getHeight() - 57;
    private static final float BOTTOM = 70;
    private static final float FOOT = 40;
    private static final float TITLE = 17;
    private static final float HEADING = 11.5f;
    private static final float BODY = 10;
    private static final float SMALL = 8.5f;
    private static final float LEADING = 1.35f;
    private static final float INDENT = 14;
    private static final float COLUMN = 130;
    /** Room that a text leaves for the amount beside it. */
    private static final float AMOUNT = 100;

    private static final float BLACK = 0;
    private static final float GREY = 0.35f;

    private final PDDocument document = new PDDocument();
    private final PDFont font;
    private PDPageContentStream page;
    private float y;

    private StatementPdf() throws IOException {
        try (var ttf = PDDocument.class.getResourceAsStream(FONT)) {
            font = PDType0Font.load(document, Objects.requireNonNull(ttf, FONT + " is missing"), true);
        }
        page = newPage();
    }

    static byte[] of(Written statement, Language language) {
        try (var pdf = new StatementPdf()) {
            pdf.write(statement);
            return pdf.finished(statement, language);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Written statement) throws IOException {
        put(LEFT, HEADING, BLACK, statement.creditor(), Optional.empty());
        gap(2);
        for (var line : statement.debtor()) {
            put(LEFT, BODY, BLACK, line, Optional.empty());
        }
        gap(2);
        put(LEFT, TITLE, BLACK, statement.title(), Optional.empty());
        if (statement.asKnown().isPresent()) {
            put(LEFT, SMALL, GREY, statement.asKnown().get(), Optional.empty());
        }
        gap(1);
        for (var one : statement.about()) {
            named(one);
        }
        gap(1);
        for (var figure : statement.figures()) {
            put(LEFT, BODY, BLACK, figure.name(), Optional.of(figure.value()));
        }
        rule();
        put(
                LEFT,
                HEADING,
                BLACK,
                statement.total().name(),
                Optional.of(statement.total().value()));
        gap(1);
        put(LEFT, HEADING, BLACK, statement.why(), Optional.empty());
        for (var line : statement.lines()) {
            boolean what = line.depth() == 0;
            put(LEFT + line.depth() * INDENT, what ? BODY : SMALL, what ? BLACK : GREY, line.text(), line.amount());
        }
        for (var note : statement.notes()) {
            gap(0.6f);
            put(LEFT, BODY, BLACK, note, Optional.empty());
        }
        if (!statement.rules().isEmpty()) {
            gap(1);
            put(LEFT, SMALL, GREY, statement.rulesHeading(), Optional.empty());
            for (var rule : statement.rules()) {
                put(LEFT, SMALL, GREY, rule.name() + "  " + rule.value(), Optional.empty());
            }
        }
    }

    private void named(Named one) throws IOException {
        room(BODY);
        text(LEFT, BODY, GREY, one.name());
        text(LEFT + COLUMN, BODY, BLACK, one.value());
        y -= BODY * LEADING;
    }

    /** Text broken at spaces, with an amount at the right of its last line. */
    private void put(float x, float size, float grey, String text, Optional<String> amount) throws IOException {
        var known = known(text);
        var lines = wrapped(known, size, RIGHT - x - (amount.isPresent() ? AMOUNT : 0));
        for (int i = 0; i < lines.size(); i++) {
            room(size);
            text(x, size, grey, lines.get(i));
            if (i == lines.size() - 1 && amount.isPresent()) {
                var figure = known(amount.get());
                text(RIGHT - width(figure, size), size, grey, figure);
            }
            y -= size * LEADING;
        }
    }

    private List<String> wrapped(String text, float size, float room) throws IOException {
        var lines = new ArrayList<String>();
        var line = "";
        for (var word : text.split(" ", -1)) {
            var longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && width(longer, size) > room) {
                lines.add(line);
                line = word;
            } else {
                line = longer;
            }
        }
        lines.add(line);
        return lines;
    }

    private void text(float x, float size, float grey, String text) throws IOException {
        page.beginText();
        page.setFont(font, size);
        page.setNonStrokingColor(grey, grey, grey);
        page.newLineAtOffset(x, y);
        page.showText(known(text));
        page.endText();
    }

    private void rule() throws IOException {
        page.setLineWidth(0.5f);
        page.moveTo(LEFT, y + BODY * 0.6f);
        page.lineTo(RIGHT, y + BODY * 0.6f);
        page.stroke();
        gap(0.4f);
    }

    private void gap(float lines) {
        y -= lines * BODY * LEADING;
    }

    private void room(float size) throws IOException {
        if (y - size < BOTTOM) {
            page.close();
            page = newPage();
        }
    }

    private PDPageContentStream newPage() throws IOException {
        var sheet = new PDPage(PDRectangle.A4);
        document.addPage(sheet);
        y = TOP;
        return new PDPageContentStream(document, sheet);
    }

    private float width(String text, float size) throws IOException {
        return font.getStringWidth(text) / 1000 * size;
    }

    /** A sign that the font lacks becomes a question mark. */
    private String known(String text) {
        var known = new StringBuilder();
        text.codePoints().forEach(sign -> known.appendCodePoint(isKnown(sign) ? sign : '?'));
        return known.toString();
    }

    private boolean isKnown(int sign) {
        try {
            font.encode(Character.toString(sign));
            return true;
        } catch (IllegalArgumentException | IOException _) {
            return false;
        }
    }

    private byte[] finished(Written statement, Language language) throws IOException {
        page.close();
        number();
        document.getDocumentInformation().setTitle(statement.title());
        document.getDocumentInformation().setAuthor(statement.creditor());
        document.getDocumentCatalog().setLanguage(language.code());
        var bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }

    /** Numbers the pages, now that it is known how many there are. */
    private void number() throws IOException {
        int all = document.getNumberOfPages();
        for (int i = 0; i < all; i++) {
            page = new PDPageContentStream(
                    document, document.getPage(i), PDPageContentStream.AppendMode.APPEND, true, true);
            y = FOOT;
            var number = i + 1 + " / " + all;
            text(RIGHT - width(number, SMALL), SMALL, GREY, number);
            page.close();
        }
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
