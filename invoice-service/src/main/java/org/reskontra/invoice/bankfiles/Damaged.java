package org.reskontra.invoice.bankfiles;

/** Ends the reading of a file; {@link BankFiles} makes a value of it. */
final class Damaged extends Exception {

    private final transient Damage damage;

    Damaged(int line, String place, String code, String reason) {
        super(reason, null, false, false);
        this.damage = new Damage(line, place, code, reason);
    }

    Damage damage() {
        return damage;
    }
}
