package dev.selfsame.server.trial;

import dev.selfsame.server.trial.BackupTrial.Copy;
import dev.selfsame.server.trial.BackupTrial.Restored;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Asks a restored server for everybody, and compares with what its backup must hold. */
final class BackupJudge {

    private final MortalServer server;
    private final Witness witness;
    private final List<String> violations = new ArrayList<>();
    private int present;
    private int certain;
    private int absent;
    private int during;

    BackupJudge(MortalServer server, Album album) {
        this.server = server;
        witness = new Witness(server, album);
    }

    Restored judge(List<Dossier> everybody, Copy copy, boolean counting)
            throws IOException, InterruptedException {
        for (Dossier person : everybody) {
            judge(person, copy.allowed(person));
        }
        long counted = counting ? server.count() : present;
        if (counted != present) {
            violations.add(counted + " people instead of " + present);
        }
        return new Restored(certain, absent, during, List.copyOf(violations));
    }

    private void judge(Dossier person, List<@Nullable Looks> allowed)
            throws IOException, InterruptedException {
        Set<@Nullable Looks> different = new LinkedHashSet<>(allowed);
        List<@Nullable Looks> found = new ArrayList<>();
        for (Looks looks : different) {
            if (witness.sees(person.customId(), looks, person.any())) {
                found.add(looks);
            }
        }
        if (found.size() != 1) {
            violations.add(person.customId() + ": " + found + " of " + allowed);
            return;
        }
        boolean isThere = found.getFirst() != null;
        present += isThere ? 1 : 0;
        if (allowed.size() > 1) {
            during++;
        } else {
            certain++;
            absent += isThere ? 0 : 1;
        }
    }
}
