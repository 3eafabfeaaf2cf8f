import HallWords

/// Private numbers of a person: of a mobile phone, and of an identity card.
enum PersonalNumber {
  /// Whether a text contains one; blanks and hyphens within it do not hide it.
  static func isIn(_ text: String) -> Bool {
    var run: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): run.append(byte)
      case UInt8(ascii: " "), UInt8(ascii: "-"): continue
      case UInt8(ascii: "X"), UInt8(ascii: "x"):
        if run.count == 17 { return true }
        run = []
      default:
        if isPersonal(run) { return true }
        run = []
      }
    }
    return isPersonal(run)
  }

  private static func isPersonal(_ digits: [UInt8]) -> Bool {
    if digits.count == 18 { return true }
    let isMobile =
      digits.first == UInt8(ascii: "1") && digits.count > 1 && digits[1] >= UInt8(ascii: "3")
    return digits.count == 11 && isMobile
  }
}
