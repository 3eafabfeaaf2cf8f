import HallSyntax

/// One file of `signatures/`: who signed which revision, and what that is worth.
///
/// Whoever reads the folder finds it; the checks say it. The model knows no history and no program.
package struct SignatureFinding: Sendable {
  package enum Verdict: Sendable, Equatable {
    case valid
    /// The file is not written as a signature is.
    case malformed
    /// The signature is of other words than stand above it, or was itself changed.
    case altered
    /// It was made for something else than a hall.
    case otherPurpose(String)
    /// The party does not have this key; the names that do.
    case unknownKey([String])
    /// The party has the key, but not to sign in a hall.
    case keyForOthers
    /// The key could not be used any more, or not yet, when it was signed; the day.
    case expired(String)
    case notYetValid(String)
    /// The history's revision of that number has another text.
    case otherText
    /// It has that text, but not by that way.
    case otherHistory
    /// The history ends before that revision.
    case noRevision(last: Int)
    /// The history does not stand, so that nothing signed can be held against it.
    case damagedHistory(revision: Int)
    /// The program that checks signatures refused it, in its own words.
    case refused(String)
    /// There is no program here to check it with.
    case unchecked

    /// Whether it is known to be good.
    package var isValid: Bool { self == .valid }
    /// Whether something is wrong with it.
    package var isBad: Bool { self != .valid && self != .unchecked }
  }

  /// What has become of the signed text since.
  package enum Standing: String, Sendable {
    /// It is the text of today, but for what goes on after an approval.
    case stands
    /// It was written on, as is usual before an approval.
    case changed
    /// It was written on and then approved: what is approved is not what was signed.
    case approvedOtherwise = "approved_otherwise"
    /// Approved text was amended.
    case amended
    /// Two histories were joined, and the revision was made again on another text.
    case joined
  }

  package let verdict: Verdict
  /// The document, as in `M-2025-008`, or `hall`; of a malformed file, what its name says.
  package let name: String
  /// The revision that was signed; 0 where the file does not say it.
  package let revision: Int
  package let party: String
  package let person: String?
  /// When, by the signer's own account.
  package let at: String
  /// As in `SHA256:…`; empty where the file does not say it.
  package let key: String
  /// nil where the signature does not fit the history.
  package let standing: Standing?
  /// The number of that revision now, where two histories were joined since.
  package let revisionNow: Int?
  /// The revision that left the signed text behind.
  package let leftBehindBy: Int?
  /// The file.
  package let file: Document
  /// The line that shows it.
  package let range: Range<Int>
  /// Whether the same party has signed what stands now.
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

  /// Whether what holds now is another text than was signed: by an amendment, by an approval, or by
  /// the other side of a join.
  package var isLeftBehind: Bool {
    switch standing {
    case .amended, .approvedOtherwise, .joined: true
    case .stands, .changed, nil: false
    }
  }
}

extension [SignatureFinding] {
  /// The same, each party's older signatures marked where a newer one of its own stands.
  package var withRenewals: [SignatureFinding] {
    map { old in
      var old = old
      guard let behind = old.leftBehindBy else { return old }
      old.isRenewed = contains { new in
        new.name == old.name && new.party == old.party && new.verdict.isValid
          && !new.isLeftBehind && (new.revisionNow ?? new.revision) >= behind
      }
      return old
    }
  }
}
