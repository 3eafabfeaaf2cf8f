import HallSyntax

extension VotingRule {
  /// Whether a motion can be carried and rejected at once: by a pass leg and a veto of one measure
  /// that both fit into one whole, or by two different measures.
  ///
  /// For and against are parts of one whole, whatever the legs divide by, so that shares which add
  /// up to more than one cannot both be reached.
  package var contradictsItself: Bool {
    RuleLeg.canBothHold(pass, veto)
  }

  /// Whether it says what is divided by, which is not what it is without a word, and has nothing that
  /// divides.
  package var dividesNothing: Bool {
    pass.isEmpty && veto.isEmpty && [.baseEntitled, .basePresent].contains(base)
  }
}

extension RuleLeg {
  /// Whether all legs of one list can hold for a side where all of the other hold for the other side.
  package static func canBothHold(_ pass: [RuleLeg], _ veto: [RuleLeg]) -> Bool {
    guard !pass.isEmpty, !veto.isEmpty else { return false }
    // All legs of a side must hold, so that one pair which cannot is enough.
    return !pass.contains { leg in
      veto.contains { other in leg.measure == other.measure && leg.excludes(other) }
    }
  }

  /// Whether it cannot hold for one side where another holds for the other side.
  fileprivate func excludes(_ other: RuleLeg) -> Bool {
    guard let mine = threshold.fraction, let theirs = other.threshold.fraction else { return false }
    // a/b + c/d against 1, in 128 bits.
    let sum =
      Int128(mine.numerator) * Int128(theirs.denominator)
      + Int128(theirs.numerator) * Int128(mine.denominator)
    let whole = Int128(mine.denominator) * Int128(theirs.denominator)
    return sum > whole || sum == whole && !(threshold.inclusive && other.threshold.inclusive)
  }
}
