package org.reskontra.acceptance.partner;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.reskontra.acceptance.partner.Letterbox.Mail;

/** Whether each step of each case was taken at most once, by what was published and by what the debtors got. */
public final class ReminderAudit {

    private ReminderAudit() {}

    private record Step(String invoice, int number) {}

    /**
     * Compares letters with events.
     *
     * @param once every event, without redeliveries
     * @param mails everything the debtors got; two copies of one mail, known by its Message-ID, are one mail
     * @return what is wrong, in words; at best empty
     */
    public static List<String> faults(List<SeenEvent> once, List<Mail> mails) {
        var faults = new ArrayList<String>();
        var steps = new HashMap<Step, String>();
        var published = new HashMap<String, SeenEvent>();
        for (var event : once) {
            if (event.name().equals("reminder-sent")) {
                var step = new Step(event.subject(), event.data().get("step").asInt());
                if (steps.put(step, event.id()) != null) {
                    faults.add("reminder " + step.number() + " of invoice " + step.invoice() + " was sent twice");
                }
            }
            if (event.data().has("letter")) {
                var letter = event.data().get("letter").asText();
                if (published.put(letter, event) != null) {
                    faults.add("letter " + letter + " was published twice");
                }
            }
        }
        compare(published, mails, faults);
        return faults;
    }

    private static void compare(Map<String, SeenEvent> published, List<Mail> mails, List<String> faults) {
        var messageIds = new HashSet<String>();
        var letters = mails.stream()
                .filter(mail -> messageIds.add(mail.messageId()))
                .collect(Collectors.groupingBy(Mail::letter, Collectors.counting()));
        letters.forEach((letter, count) -> {
            if (count > 1) {
                faults.add("letter " + letter + " went out as " + count + " different mails");
            }
            if (!published.containsKey(letter)) {
                faults.add("a debtor got letter " + letter + ", which nobody published");
            }
        });
        published.forEach((letter, event) -> {
            if (!letters.containsKey(letter)) {
                faults.add(event.name() + " of " + event.subject() + " was published, but no debtor got the letter");
            }
        });
    }
}
