"""What tests are built from: trees of files, real git repositories, the real command."""
