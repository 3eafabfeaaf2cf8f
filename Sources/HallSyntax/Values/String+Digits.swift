extension String {
  /// A number in at least so many digits: `08`, `00E9`.
  package init(_ value: some BinaryInteger, digits: Int, radix: Int = 10) {
    let text = String(value, radix: radix, uppercase: true)
    self = String(repeating: "0", count: Swift.max(0, digits - text.count)) + text
  }
}
