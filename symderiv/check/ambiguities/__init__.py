"""What a page may mean besides what is read: each reading is judged, and the verdicts have to agree."""
