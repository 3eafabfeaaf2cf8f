/// One option of a choice, with its legs. An option with sides of its own is a motion by itself.
struct JudgedOption {
  let option: OptionFigures
  let pass: [TallyLeg]
  let veto: [TallyLeg]

  init(_ option: OptionFigures, pass: [TallyLeg], veto: [TallyLeg]) {
    (self.option, self.pass, self.veto) = (option, pass, veto)
  }

  /// Whether it cannot be elected, whatever is not known of it.
  var fails: Bool {
    if pass.contains(where: { $0.holds == false }) { return true }
    if !veto.isEmpty { return veto.allSatisfy { $0.holds == true } }
    return pass.isEmpty && isOutvoted == true
  }

  /// Why it is not known whether it can be elected.
  var gap: Gap? {
    if let gap = pass.lazy.compactMap(\.gap).first { return gap }
    if !veto.isEmpty {
      // One leg that fails lets it stand, whatever the others come to.
      return veto.contains { $0.holds == false } ? nil : veto.lazy.compactMap(\.gap).first
    }
    return pass.isEmpty && isOutvoted == nil ? option.against?.heads.gap : nil
  }

  /// Whether as many are against it as for it, or more; nil where one of the two numbers is unknown.
  /// Nobody is against an option that has no sides of its own.
  private var isOutvoted: Bool? {
    guard let against = option.against else { return false }
    guard let yes = option.figures.heads.number, let no = against.heads.number else { return nil }
    return yes <= no
  }
}
