import HallGit
import HallWork

extension Change {
  package var judge: SignatureJudge { SignatureJudge(loaded: loaded, world: session.world) }
}
