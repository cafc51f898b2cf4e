'page of a test'
