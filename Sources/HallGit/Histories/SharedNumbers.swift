import HallHistory
import HallMerge
import HallModel
import HallStore
import HallSyntax
import HallWords

/// Determines which side's numbers are already shared, if both sides have given the same ones:
/// somebody may have written down a number that is in a remote-tracking ref.
///
/// The answer is the same for a document and for its history.
package struct SharedNumbers {
  package let repository: Repository

  package init(repository: Repository) {
    self.repository = repository
  }

  /// Whether ours are shared and theirs are not; a number on the default branch of a remote takes
  /// precedence over one on another branch.
  ///
  /// - Parameter path: the document or its history, within the hall.
  /// - Returns: nil if no number is given twice, or neither side's is shared.
  package func isOurs(_ path: String, base: [UInt8], ours: [UInt8], theirs: [UInt8]) -> Bool? {
    guard let versions = Versions(path, [base, ours, theirs]) else { return nil }
    let given = GivenTwice(
      base: versions.documents[0], ours: versions.documents[1], theirs: versions.documents[2])
    guard !given.isEmpty else { return nil }
    if let isOurs = given.settledByOurs { return isOurs }
    let listed = repository.git([
      "for-each-ref", "--format=%(refname) %(objectname)", "refs/remotes",
    ])
    let refs = listed.text.split(separator: "\n").compactMap {
      line -> (name: String, of: String)? in
      let words = line.split(separator: " ")
      return words.count == 2 ? (String(words[0]), String(words[1])) : nil
    }
    let isDefault = refs.map { $0.name.hasSuffix("/HEAD") }
    let contents = repository.contents(
      of: refs.map { "\($0.of):\(repository.prefix)\(versions.path)" })
    let held = zip(isDefault, contents).compactMap { isDefault, bytes -> Held? in
      guard let bytes else { return nil }
      let document = Document(path: versions.path, kind: versions.kind, bytes: bytes)
      return Held(
        isDefault: isDefault, ours: given.isHeld(ours: true, in: document),
        theirs: given.isHeld(ours: false, in: document))
    }
    for some in [held.filter(\.isDefault), held] {
      let (isOurs, isTheirs) = (some.contains(where: \.ours), some.contains(where: \.theirs))
      if isOurs != isTheirs { return isOurs }
    }
    return nil
  }

  private struct Held {
    let isDefault: Bool
    let ours: Bool
    let theirs: Bool
  }

  /// The texts of three versions of a document, or of its history.
  private struct Versions {
    let path: String
    let kind: Document.Kind
    let documents: [Document]

    init?(_ path: String, _ versions: [[UInt8]]) {
      let steps = path.split(separator: "/").map(String.init)
      let outer = steps.dropLast(2).map { $0 + "/" }.joined()
      let inner = steps.suffix(2).joined(separator: "/")
      let texts: [[UInt8]]
      let place: (path: String, kind: Document.Kind)
      if let kind = HallFiles.kind(of: inner) {
        (place, texts) = ((inner, kind), versions)
      } else if let history = HistoryPlace(historyPath: inner) {
        place = (history.documentPath, history.kind)
        texts = versions.map { bytes in
          let ledger = Ledger(bytes, of: history.documentPath)
          return (try? ledger.text(after: ledger.revisions.count)) ?? []
        }
      } else {
        return nil
      }
      guard place.kind == .meeting || place.kind == .matter else { return nil }
      self.path = outer + place.path
      kind = place.kind
      documents = texts.map { Document(path: place.path, kind: place.kind, bytes: $0) }
    }
  }
}
