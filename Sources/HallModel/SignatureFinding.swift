import HallSyntax

/// One file of `signatures/`: who signed which revision, and whether the signature is good.
///
/// The reader of the folder finds it; the checks report it. The model knows no history and no
/// program.
package struct SignatureFinding: Sendable {
  package enum Verdict: Sendable, Equatable {
    case valid
    /// The file is not in the form of a signature.
    case malformed
    /// The signature does not match the words above it, or was itself changed.
    case altered
    /// It was made for something else than a hall.
    case otherPurpose(String)
    /// The party does not have this key; the names that have it.
    case unknownKey([String])
    /// The party has the key, but not for signing in a hall.
    case keyForOthers
    /// The key was expired or not yet valid when it signed; the day.
    case expired(String)
    case notYetValid(String)
    /// The history's revision with that number has another text.
    case otherText
    /// It has that text, but through other revisions.
    case otherHistory
    /// The history ends before that revision.
    case noRevision(last: Int)
    /// The history is damaged, so that no signature can be compared with it.
    case damagedHistory(revision: Int)
    /// The program that checks signatures refused it, in its own words.
    case refused(String)
    /// This machine has no program to check it with.
    case unchecked

    /// Whether it is known to be good.
    package var isValid: Bool { self == .valid }
    /// Whether something is wrong with it.
    package var isBad: Bool { self != .valid && self != .unchecked }
  }

  /// What has happened to the signed text since.
  package enum Standing: String, Sendable {
    /// It is today's text, except for what may change after an approval.
    case stands
    /// It was edited further, as is usual before an approval.
    case changed
    /// It was edited further and then approved: the approved text is not the signed one.
    case approvedOtherwise = "approved_otherwise"
    /// Approved text was amended.
    case amended
    /// Two histories were joined, and the revision was replayed on another text.
    case joined
  }

  package let verdict: Verdict
  /// The document, as in `M-2025-008`, or `hall`; for a malformed file, taken from its name.
  package let name: String
  /// The revision that was signed; 0 if the file does not give it.
  package let revision: Int
  package let party: String
  package let person: String?
  /// When, according to the signer.
  package let at: String
  /// As in `SHA256:…`; empty if the file does not give it.
  package let key: String
  /// nil where the signature does not fit the history.
  package let standing: Standing?
  /// The present number of that revision, if two histories were joined since.
  package let revisionNow: Int?
  /// The revision that superseded the signed text.
  package let leftBehindBy: Int?
  /// The file.
  package let file: Document
  /// The line that shows it.
  package let range: Range<Int>
  /// Whether the same party has signed the present text.
  package var isRenewed = false

  package init(
    _ verdict: Verdict, of name: String, revision: Int, party: String, person: String?, at: String,
    key: String, standing: Standing?, revisionNow: Int? = nil, leftBehindBy: Int? = nil,
    in file: Document, at range: Range<Int>
  ) {
    (self.verdict, self.name, self.revision) = (verdict, name, revision)
    (self.party, self.person, self.at, self.key) = (party, person, at, key)
    (self.standing, self.revisionNow, self.leftBehindBy) = (standing, revisionNow, leftBehindBy)
    (self.file, self.range) = (file, range)
  }

  /// Whether the text now in force differs from the signed one: by an amendment, by an approval, or
  /// by the other side of a join.
  package var isLeftBehind: Bool {
    switch standing {
    case .amended, .approvedOtherwise, .joined: true
    case .stands, .changed, nil: false
    }
  }
}

extension [SignatureFinding] {
  /// The same findings, each party's older signatures marked as renewed if it has a newer one.
  package var withRenewals: [SignatureFinding] {
    map { old in
      var old = old
      guard let superseding = old.leftBehindBy else { return old }
      old.isRenewed = contains { new in
        new.name == old.name && new.party == old.party && new.verdict.isValid
          && !new.isLeftBehind && (new.revisionNow ?? new.revision) >= superseding
      }
      return old
    }
  }
}
