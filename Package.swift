// swift-tools-version: 6.2
import PackageDescription

/// The house: commands → store, checks → model → syntax; store → history.
/// Arrows only run down, and nothing comes from outside.
let package = Package(
  name: "hall",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "hall", targets: ["hall"])],
  targets: [
    .target(name: "HallSyntax"),
    // Digests and diffs are optimised in debug builds too, or the tests would wait for them.
    .target(name: "HallHistory", swiftSettings: [.unsafeFlags(["-O"])]),
    .target(name: "HallModel", dependencies: ["HallSyntax"]),
    .target(name: "HallChecks", dependencies: ["HallModel", "HallSyntax"]),
    .target(name: "HallStore", dependencies: ["HallModel", "HallSyntax", "HallHistory"]),
    .target(
      name: "HallCommands",
      dependencies: ["HallStore", "HallChecks", "HallHistory", "HallModel", "HallSyntax"]),
    .executableTarget(name: "hall", dependencies: ["HallCommands"]),
    .testTarget(
      name: "HallCommandsTests",
      dependencies: ["HallCommands", "HallHistory", "HallModel", "HallSyntax"]),
    .testTarget(
      name: "GoldenTests", dependencies: ["HallCommands", "HallChecks", "HallModel", "HallSyntax"],
      path: "Tests/Golden", exclude: ["transcripts", "rounds", "errors"]),
    .testTarget(name: "HallChecksTests", dependencies: ["HallChecks", "HallModel", "HallSyntax"]),
    .testTarget(name: "HallSyntaxTests", dependencies: ["HallSyntax"]),
    .testTarget(name: "HallHistoryTests", dependencies: ["HallHistory"]),
    .testTarget(name: "HallModelTests", dependencies: ["HallModel", "HallSyntax"]),
    .testTarget(
      name: "HallStoreTests",
      dependencies: ["HallStore", "HallHistory", "HallModel", "HallSyntax"]),
  ],
  swiftLanguageModes: [.v6]
)
