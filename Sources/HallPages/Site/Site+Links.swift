import HallHistory
import HallModel
import HallSyntax
import HallWords

/// Addresses of the site, and what stands beside a link.
extension Site {
  func path(_ reference: Reference) -> String {
    let name = reference.identifier.replacing("#", with: "-")
    switch reference {
    case .matter: return "q/\(name).html"
    case .meeting: return "m/\(name).html"
    default: return "d/\(name).html"
    }
  }

  func entry(_ decision: Decision, of meeting: Meeting) -> (
    href: String, title: String, about: String
  ) {
    (
      path(.decision(meeting, decision)), source.shown(decision.title),
      progress(decision, of: meeting)
    )
  }

  /// How somebody can check that the page says what the record says.
  func check(_ document: Document, _ name: String) -> String {
    let digest = digests.value(for: document.path) {
      String(SHA256.hex(of: document.bytes).prefix(8))
    }
    return say(
      "\(name)，文稿 \(document.path)，摘要 \(digest)（核对办法：请懂电脑的人打 sha256sum \(document.path)）",
      "\(name), text \(document.path), digest \(digest) (to check: sha256sum \(document.path))")
  }
}
