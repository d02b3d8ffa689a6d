package silverpoint.kiosk.crew;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import silverpoint.foundation.inference.ModelException;
import silverpoint.kiosk.booth.BoothCommand;
import silverpoint.kiosk.booth.BoothEvent;
import silverpoint.kiosk.booth.BoothState;
import silverpoint.kiosk.booth.FaultKind;
import silverpoint.kiosk.booth.MachineState;
import silverpoint.kiosk.booth.VisitorState;

/** Guests, staff and mishaps as chance has them. */
final class StagedCrowd {
  /** What goes wrong; each comes in its turn, in an order of chance. */
  enum Mishap {
    NONE,
    STOP,
    ONE_FAULT,
    FAULT_AFTER_FAULT,
    CAMERA,
    MEMORY,
    MODEL,
    NO_FACE,
    CANCEL,
    NOBODY_THERE,
    /** Staff want the machine for themselves, as soon as it is free. */
    SERVICE,
    /** The program ends, which is the test's to do. */
    DEATH
  }

  private static final int STEPS_A_MISHAP = 36;

  private final Random random;
  private final List<Mishap> coming = new ArrayList<>();
  private final List<Mishap> due = new ArrayList<>();
  private long face;
  private boolean cameraIsDead;
  private boolean guestIsGone;
  private int supplyFails;

  StagedCrowd(Random random) {
    this.random = random;
  }

  /** The next guest steps up, perhaps. */
  boolean comes(StagedCrew kiosk) {
    if (random.nextInt(4) > 0) {
      return false;
    }
    face++;
    kiosk.happens(new BoothEvent.SubjectSeen(face, true));
    return true;
  }

  void acts(StagedCrew kiosk, BoothState state) {
    guest(kiosk, state.visitor());
    machine(kiosk, state.machine());
  }

  double pauseS() {
    return 4 * random.nextDouble();
  }

  void goes(StagedCrew kiosk) {
    heal(kiosk);
    kiosk.happens(new BoothEvent.SubjectSeen(0, false));
  }

  private void guest(StagedCrew kiosk, VisitorState visitor) {
    if (visitor instanceof VisitorState.Attract) {
      guestIsGone = false;
      kiosk.studio.seesFaces = true;
    }
    if (guestIsGone) {
      return;
    }
    switch (visitor) {
      case VisitorState.Consent _ ->
          kiosk.asks(
              random.nextInt(12) == 0
                  ? new BoothCommand.Decline()
                  : new BoothCommand.Agree(random.nextBoolean()));
      case VisitorState.Framing _, VisitorState.Countdown _ -> {
        if (!cameraIsDead) {
          kiosk.shows(0.15 + 0.2 * random.nextDouble());
          kiosk.happens(new BoothEvent.SubjectSeen(face, true));
        }
      }
      case VisitorState.Sketching _ -> {
        if (random.nextInt(3) == 0) {
          kiosk.works(kiosk.sketching);
        }
      }
      case VisitorState.Review _ -> {
        if (random.nextInt(3) == 0) {
          kiosk.asks(
              switch (random.nextInt(12)) {
                case 0, 1 -> new BoothCommand.Retake();
                case 2 -> new BoothCommand.Decline();
                default -> new BoothCommand.Accept();
              });
        }
      }
      default -> {}
    }
  }

  private void machine(StagedCrew kiosk, MachineState machine) {
    if (random.nextInt(8) == 0) {
      kiosk.works(kiosk.drawing);
    }
    if (random.nextInt(8) > 0) {
      return;
    }
    switch (machine) {
      case MachineState.Erase _ -> kiosk.happens(new BoothEvent.ErasureSeen());
      case MachineState.Drawing _ -> {
        if (supplyFails > 0) {
          supplyFails--;
          kiosk.happens(new BoothEvent.MachineFailed(FaultKind.PLOTTER, "no supply"));
        } else if (random.nextInt(8) == 0) {
          kiosk.asks(new BoothCommand.Pause());
        }
      }
      case MachineState.Pausing pausing ->
          kiosk.happens(new BoothEvent.DrawingHeld(pausing.job().ticket().number()));
      case MachineState.Paused _ -> kiosk.asks(new BoothCommand.Resume());
      case MachineState.OutOfService out ->
          kiosk.asks(
              switch (out.fault().kind()) {
                case POSITION_UNKNOWN -> new BoothCommand.DeclareHome();
                case NOT_ERASED -> new BoothCommand.ConfirmErased();
                default -> new BoothCommand.Reset();
              });
      default -> {}
    }
  }

  /** Something goes wrong, perhaps: what cannot happen now waits until it can. */
  Mishap mishap(StagedCrew kiosk, BoothState state) {
    if (random.nextInt(20) == 0) {
      heal(kiosk);
    }
    if (random.nextInt(STEPS_A_MISHAP) == 0) {
      due.add(next());
    }
    for (Mishap mishap : due) {
      if (happens(kiosk, state, mishap)) {
        due.remove(mishap);
        return mishap;
      }
    }
    return Mishap.NONE;
  }

  private boolean happens(StagedCrew kiosk, BoothState state, Mishap mishap) {
    boolean framed =
        state.visitor() instanceof VisitorState.Framing
            || state.visitor() instanceof VisitorState.Countdown;
    switch (mishap) {
      case NONE, DEATH -> {}
      case STOP -> kiosk.happens(new BoothEvent.EmergencyStopPressed());
      case ONE_FAULT -> kiosk.happens(new BoothEvent.MachineFailed(FaultKind.PLOTTER, "no supply"));
      case FAULT_AFTER_FAULT -> supplyFails = 2;
      case CAMERA -> {
        cameraIsDead = true;
        kiosk.happens(new BoothEvent.Failing(FaultKind.CAMERA, "unplugged"));
      }
      case MEMORY -> kiosk.studio.failing.add(new OutOfMemoryError("planted"));
      case MODEL -> kiosk.studio.failing.add(new ModelException("models/edge-portrait is damaged"));
      case NO_FACE -> {
        kiosk.studio.seesFaces &= !framed;
        return framed;
      }
      case CANCEL -> {
        return kiosk.asks(new BoothCommand.Cancel()).isEmpty();
      }
      case SERVICE -> {
        return kiosk.asks(new BoothCommand.TestPattern()).isEmpty();
      }
      case NOBODY_THERE -> {
        if (framed) {
          guestIsGone = true;
          kiosk.happens(new BoothEvent.SubjectSeen(0, false));
        }
        return framed;
      }
    }
    return true;
  }

  private Mishap next() {
    if (coming.isEmpty()) {
      Collections.addAll(coming, Mishap.values());
      Collections.shuffle(coming, random);
    }
    return coming.removeLast();
  }

  private void heal(StagedCrew kiosk) {
    if (cameraIsDead) {
      cameraIsDead = false;
      kiosk.happens(new BoothEvent.Healed(FaultKind.CAMERA));
    }
  }
}
