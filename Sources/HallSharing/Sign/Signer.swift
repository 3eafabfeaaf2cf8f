import HallHistory
import HallModel
import HallSyntax
import HallWords

/// The signer: a party, and the person who signs for it, if given.
package struct Signer {
  package let party: String
  package let person: String?

  /// The name in the file of signers.
  package var name: String { SignerName.text(party: party, person: person) }

  /// The name for people.
  package var text: String { party + (person.map { "/" + $0 } ?? "") }

  /// Reads `居民` or `居民/张三`. A party is one of the hall or the meeting, or a unit that signs for
  /// itself: from the roster, or from the signatures on paper.
  package init(_ text: String, of document: Document, in hall: Hall) throws(Refusal) {
    let meeting = Signer.meeting(document, in: hall)
    let parties = Signer.parties(of: document, in: hall)
    let known = Set(parties + (meeting?.signOffs.map(\.party) ?? []))
    func isKnown(_ name: String) -> Bool {
      known.contains(name) || hall.charter.roster.hasPerson(name)
    }
    let whole = FullWidth.name(Slice(text))
    var found: (party: String, person: String?)? = isKnown(whole) ? (whole, nil) : nil
    for slash in whole.indices where found == nil && whole[slash] == "/" {
      let party = FullWidth.name(Slice(String(whole[..<slash])))
      let person = FullWidth.name(Slice(String(whole[whole.index(after: slash)...])))
      if known.contains(party), !person.isEmpty { found = (party, person) }
    }
    guard let found else {
      let choices = parties.isEmpty ? known.sorted() : parties
      let party = whole.split(separator: "/").first.map(String.init) ?? whole
      throw .unknownParty(text, among: choices, spelled: party)
    }
    (party, person) = found
    for name in [party, person].compactMap(\.self) where !SignatureStatement.isPlain(name) {
      throw .refused(
        Phrase(
          zh: "「\(name)」里有看不见的字符，不能这样写进签名",
          en: "'\(name)' contains invisible characters, and cannot be used in a signature"),
        hint: Phrase(zh: "改正这个名字再签", en: "correct the name, then sign"))
    }
  }

  /// The parties that may sign a document.
  package static func parties(of document: Document, in hall: Hall) -> [String] {
    (meeting(document, in: hall)?.parties ?? hall.charter.parties).parties.map(\.name)
  }

  private static func meeting(_ document: Document, in hall: Hall) -> Meeting? {
    hall.meetings.first { $0.document.path == document.path }
  }
}
