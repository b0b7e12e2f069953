package org.reskontra.rulebook.identifiers;

/** Long numbers as people read them: in groups with a space between. */
final class Groups {

    private Groups() {}

    /** Groups of four from the left, as IBAN and RF references are printed; the last may be shorter. */
    static String ofFour(String text) {
        return text.replaceAll("(.{4})(?=.)", "$1 ");
    }

    /** Groups of five from the right, as a viitenumero is printed; the first may be shorter. */
    static String ofFiveFromTheRight(String text) {
        return text.replaceAll("(?<=.)(?=(.{5})+$)", " ");
    }
}
